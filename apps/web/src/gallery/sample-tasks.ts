/** Rows in the manner of the design, any number of them. */
export interface SampleTask {
  readonly id: string;
  readonly phase: string;
  readonly name: string;
  readonly status: "todo" | "doing" | "review" | "late" | "done";
  readonly channel: number;
  readonly person: number;
  readonly start: string;
  readonly finish: string;
  readonly budgetMinor: number;
  readonly spentMinor: number;
}

export const people = ["林晓彤", "周子航", "陈嘉怡", "王梓轩", "李思远", "赵一鸣"].map((name, index) => ({
  id: `mem_${index}`,
  name,
}));

export const channels = [
  { code: "tmall", name: "天猫", colour: "#C8102E" },
  { code: "xiaohongshu", name: "小红书", colour: "#D21F4B" },
  { code: "douyin", name: "抖音", colour: "#1C1C22" },
  { code: "wechat", name: "微信", colour: "#1A9148" },
  { code: "jd", name: "京东", colour: "#C9241B" },
  { code: "bilibili", name: "B站", colour: "#C4467F" },
  { code: "offline", name: "线下", colour: "#6B5B3E" },
] as const;

export const phases = ["预热期", "蓄水种草", "爆发期", "返场复盘"] as const;

const names = [
  "618 主会场视觉 KV 定稿",
  "小红书种草笔记首批 40 篇排期",
  "抖音直播间话术脚本与福袋机制",
  "天猫旗舰店详情页 A/B 测试",
  "微信社群裂变海报与企微活码",
  "京东秒杀资源位提报",
  "B 站联名视频脚本二审",
  "会员日短信与公众号推文",
  "线下快闪店物料打样",
  "达人寄样物流跟进",
  "巨量千川预算日调整",
  "竞品价格监控周报",
];
const states = ["doing", "doing", "review", "late", "done", "todo"] as const;

const day = (from: string, days: number): string =>
  new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/** The same rows for the same count: a small linear congruential sequence instead of chance. */
export function sampleTasks(count: number): SampleTask[] {
  let seed = 42;
  const next = (below: number): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  return Array.from({ length: count }, (_, index) => {
    const start = day("2026-05-06", Math.floor((index / count) * 40) + next(4));
    const budgetMinor = (next(50) + 1) * 1_000_000;
    return {
      id: `MKT-${1024 + index * 7}`,
      phase: phases[Math.floor((index / count) * phases.length)] ?? phases[0],
      name: names[index % names.length] ?? "",
      status: states[index % states.length] ?? "todo",
      channel: (index * 5) % channels.length,
      person: index % people.length,
      start,
      finish: day(start, 3 + next(24)),
      budgetMinor,
      spentMinor: index % 9 === 3 ? Math.round(budgetMinor * 1.2) : Math.round((budgetMinor * next(100)) / 100),
    };
  });
}
