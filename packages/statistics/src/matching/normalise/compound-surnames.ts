/** Two-character Chinese surnames in use (Hundred Family Surnames and the census lists), simplified characters. */
export const COMPOUND_SURNAMES: ReadonlySet<string> = new Set(
  (
    "欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 令狐 慕容 司徒 夏侯 宇文 长孙 轩辕 端木 独孤 南宫 西门 百里 呼延 东郭 南门 " +
    "羊舌 微生 公冶 公羊 公西 公良 公仪 公伯 赫连 澹台 濮阳 淳于 单于 太叔 申屠 仲孙 钟离 闾丘 司空 司寇 亓官 鲜于 颛孙 " +
    "子车 子书 巫马 漆雕 乐正 壤驷 拓跋 夹谷 宰父 谷梁 段干 东门 南郭 归海 贺兰 万俟 闻人 梁丘 左丘 第五 完颜 纳兰 叶赫 " +
    "那拉 爱新 富察 钮祜 耶律 鄂伦 哥舒 斛律 侯莫 贺若 尔朱 步六 沮渠 秃发 乞伏 屈突 费莫 瓜尔 佟佳 萨克 他塔 范姜 张简"
  ).split(" "),
);
