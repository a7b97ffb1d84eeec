import type { LocalText } from "./template.ts";

/** Where customers are met. The colour belongs to the channel, not to the theme. */
export interface Channel {
  readonly code: string;
  readonly name: LocalText;
  readonly colour: string;
}

const channel = (code: string, zh: string, en: string, colour: string): Channel => ({ code, name: { zh, en }, colour });

/** The channels of the product, in the order they are offered. */
export const CHANNELS: readonly Channel[] = [
  channel("tmall", "天猫", "Tmall", "#D4002A"),
  channel("jd", "京东", "JD", "#C8161D"),
  channel("douyin", "抖音", "Douyin", "#2B2B33"),
  channel("xiaohongshu", "小红书", "Xiaohongshu", "#E0244C"),
  channel("wechat", "微信", "WeChat", "#0B9A5B"),
  channel("weibo", "微博", "Weibo", "#D9760B"),
  channel("bilibili", "B站", "Bilibili", "#C74F7C"),
  channel("kuaishou", "快手", "Kuaishou", "#D65A00"),
  channel("video_account", "视频号", "WeChat Channels", "#C9731A"),
  channel("website", "官网", "Website", "#3B4FD8"),
  channel("store", "门店", "Stores", "#6B5B3E"),
  channel("email", "邮件", "Email", "#4A6A8A"),
  channel("sms", "短信", "SMS", "#3F7D7A"),
  channel("offline", "线下", "Offline", "#7A5A8C"),
  channel("other", "其他", "Other", "#6E6A64"),
];

const byCode = new Map(CHANNELS.map((c) => [c.code, c]));

/** The channel of a code; an unknown code names itself. */
export const channelOf = (code: string): Channel =>
  byCode.get(code) ?? { code, name: { zh: code, en: code }, colour: byCode.get("other")?.colour ?? "" };

/** Names of the channels by code, for where a code stands among other values. */
export const CHANNEL_WORDS = {
  zh: Object.fromEntries(CHANNELS.map(({ code, name }) => [code, name.zh])),
  en: Object.fromEntries(CHANNELS.map(({ code, name }) => [code, name.en])),
} as const;
