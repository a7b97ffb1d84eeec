/** Traditional and variant characters common in personal names, each above its simplified standard form below. */
const TRADITIONAL =
  "張陳劉楊黃趙吳孫馬羅鄭謝韓馮蕭鄧許蔣葉閻蘇呂盧賈鍾鐘譚陸鄒龍萬錢湯賀龔嚴顧溫齊範應紀歐陽諸聶關婁龐項寧喬閆車" +
  "衛鄔鮑竇費賴藍莊閔華樓饒單儲鄺鈕遲蒼鳳蘭國偉強軍傑麗紅豔艷慶濤輝穎飛鵬瓊寶東學曉靜潔賢銘鑒澤瑋瑩嬌勝剛長鎮銀" +
  "鋒銳鈺鍵鋼榮瑤義維綱緒繼續約純綺綠緣縈織細絲紹結經統績繪緯練縝詠詩誌誠語諾謙譽論訓議讓詳諒謹證識貝貞財貴資賓" +
  "賜賽贊軒輕輪連進運遠達適選遙邁邊郵鄉醫釗鈞鉑鈴鐵銓鋁鎧鏡鐸門開閱闊闖問間陰陣隊階際隨險難雲電霧靈順頌預領頡頻" +
  "顏願類風飄馳駿騰驍驥魯鮮鳴鴻鶴鷹鷗麥黨齡龜亞來倫側備傳傾僑優儀億兒兩冊劇劍勁動務勵勞協厲參雙發變員啟團園圍圓" +
  "聖場堅塵壽壯壺夢奮婦媽嬋實審寬將對導島崗嵐嶺師帶幫廣廬彥彈後從復徵悅愛態憲憶懷戰戲掃揚換揮據擁擇擊數斷時晉暢" +
  "暉曆書會條楓業極樂樹樺機權歡歲歷氣決沖況洶涼淵淺湧溝滄滿漢潤澗濟濱瀟灣灝為烏無煉煒煙熱燈燦爍爺爭牽獎獨獻現瑪" +
  "環璽畫異當畢盡監盤眾睜確礦祿禎禮稱穩穀窮競筆築簡簫節籃粵羣習翹聯聰聲肅脈腦臨與興舉舊艦蓮";
const SIMPLIFIED =
  "张陈刘杨黄赵吴孙马罗郑谢韩冯萧邓许蒋叶阎苏吕卢贾钟钟谭陆邹龙万钱汤贺龚严顾温齐范应纪欧阳诸聂关娄庞项宁乔闫车" +
  "卫邬鲍窦费赖蓝庄闵华楼饶单储邝钮迟苍凤兰国伟强军杰丽红艳艳庆涛辉颖飞鹏琼宝东学晓静洁贤铭鉴泽玮莹娇胜刚长镇银" +
  "锋锐钰键钢荣瑶义维纲绪继续约纯绮绿缘萦织细丝绍结经统绩绘纬练缜咏诗志诚语诺谦誉论训议让详谅谨证识贝贞财贵资宾" +
  "赐赛赞轩轻轮连进运远达适选遥迈边邮乡医钊钧铂铃铁铨铝铠镜铎门开阅阔闯问间阴阵队阶际随险难云电雾灵顺颂预领颉频" +
  "颜愿类风飘驰骏腾骁骥鲁鲜鸣鸿鹤鹰鸥麦党龄龟亚来伦侧备传倾侨优仪亿儿两册剧剑劲动务励劳协厉参双发变员启团园围圆" +
  "圣场坚尘寿壮壶梦奋妇妈婵实审宽将对导岛岗岚岭师带帮广庐彦弹后从复征悦爱态宪忆怀战戏扫扬换挥据拥择击数断时晋畅" +
  "晖历书会条枫业极乐树桦机权欢岁历气决冲况汹凉渊浅涌沟沧满汉润涧济滨潇湾灏为乌无炼炜烟热灯灿烁爷争牵奖独献现玛" +
  "环玺画异当毕尽监盘众睁确矿禄祯礼称稳谷穷竞笔筑简箫节篮粤群习翘联聪声肃脉脑临与兴举旧舰莲";

const PAIRS: ReadonlyMap<string, string> = new Map(
  Array.from(TRADITIONAL, (from, index): [string, string] => [from, Array.from(SIMPLIFIED)[index] ?? from]),
);

/** How many pairs the two lists claim; equal when each character has its counterpart. */
export const characterPairCounts = (): readonly [number, number] => [
  Array.from(TRADITIONAL).length,
  Array.from(SIMPLIFIED).length,
];

/** Replaces traditional and variant characters of names by their standard simplified forms; others stay. */
export const simplifyCharacters = (text: string): string => Array.from(text, (c) => PAIRS.get(c) ?? c).join("");

/** Surnames written in two ways by the same families (second-round simplification and clerical habit). */
const SURNAME_VARIANTS: ReadonlyMap<string, string> = new Map([
  ["肖", "萧"],
  ["闫", "阎"],
  ["付", "傅"],
  ["邱", "丘"],
  ["代", "戴"],
  ["于", "於"],
  ["佘", "余"],
  ["兰", "蓝"],
  ["贠", "员"],
  ["郄", "郤"],
]);

/** One form for surnames that are often written in two; a hint for comparing, too loose for joining by itself. */
export const surnameVariantKey = (surname: string): string => SURNAME_VARIANTS.get(surname) ?? surname;
