import type { Language } from "./finding-words.ts";

/** What the sections are called, on the page and in files. */
export const SECTION_WORDS = {
  zh: {
    summary: "总结",
    budget: "预算执行",
    goals: "目标达成",
    schedule: "进度偏差",
    approvals: "审批效率",
    channels: "渠道结果",
    assets: "素材",
    lessons: "经验",
    next: "后续行动",
  },
  en: {
    summary: "Summary",
    budget: "Budget",
    goals: "Goals",
    schedule: "Schedule",
    approvals: "Approvals",
    channels: "Channels",
    assets: "Assets",
    lessons: "Lessons",
    next: "What comes next",
  },
} as const satisfies Record<Language, Record<string, string>>;
