import { CHANNELS } from "@yutu/projects/domain";

/** Other names of channels in exports, lower case. */
const ALIASES: Readonly<Record<string, string>> = {
  淘宝: "tmall",
  天猫旗舰店: "tmall",
  taobao: "tmall",
  京东商城: "jd",
  "jd.com": "jd",
  抖店: "douyin",
  抖音小店: "douyin",
  tiktok: "douyin",
  小红书店铺: "xiaohongshu",
  rednote: "xiaohongshu",
  xhs: "xiaohongshu",
  公众号: "wechat",
  微信小程序: "wechat",
  小程序: "wechat",
  有赞: "wechat",
  新浪微博: "weibo",
  哔哩哔哩: "bilibili",
  快手小店: "kuaishou",
  官方商城: "website",
  shopify: "website",
  web: "website",
  线下门店: "store",
  offline: "offline",
  邮箱: "email",
  edm: "email",
};

const BY_NAME = new Map<string, string>(
  CHANNELS.flatMap(({ code, name }) => [
    [code, code],
    [name.zh.toLowerCase(), code],
    [name.en.toLowerCase(), code],
  ]),
);

/** The channel that a cell names, in Chinese, English or by code; null when it names none we know. */
export function parseChannel(text: string): string | null {
  const name = text.trim().toLowerCase();
  return BY_NAME.get(name) ?? (Object.hasOwn(ALIASES, name) ? (ALIASES[name] ?? null) : null);
}

export const isChannel = (code: string): boolean => CHANNELS.some((channel) => channel.code === code);
