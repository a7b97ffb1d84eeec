import type { Language, LessonKind, LessonStatus } from "../../domain/index.ts";
import { SECTION_WORDS } from "../../domain/section-words.ts";

interface ReportWords {
  readonly title: string;
  readonly section: Readonly<
    Record<
      "summary" | "budget" | "goals" | "schedule" | "approvals" | "channels" | "assets" | "next" | "lessons",
      string
    >
  >;
  readonly none: string;
  readonly moneyWithheld: string;
  readonly draft: string;
  readonly numberedChart: string;
  readonly project: Readonly<Record<"key" | "manager" | "period" | "closed" | "computed", string>>;
  readonly lessonKind: Readonly<Record<LessonKind, string>>;
  readonly lessonStatus: Readonly<Record<LessonStatus, string>>;
}

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  zh: {
    title: "项目复盘报告",
    section: SECTION_WORDS.zh,
    none: "没有记录。",
    moneyWithheld: "本文件按导出人的权限不含预算与投放金额。",
    draft: "草稿，尚未发布",
    numberedChart: "系统没有中文字体，图中以编号代替名称：",
    project: { key: "项目编码", manager: "负责人", period: "计划周期", closed: "结项日期", computed: "数据时间" },
    lessonKind: { keep: "继续", stop: "停止", start: "开始" },
    lessonStatus: { proposed: "待定", accepted: "已采纳", rejected: "未采纳" },
  },
  en: {
    title: "Retrospective",
    section: SECTION_WORDS.en,
    none: "Nothing was recorded.",
    moneyWithheld: "Budgets and media cost are left out, since whoever exported this may not see money.",
    draft: "Draft, not published",
    numberedChart: "The system has no font for these names; the chart shows numbers instead:",
    project: {
      key: "Campaign key",
      manager: "Manager",
      period: "Planned",
      closed: "Closed on",
      computed: "Figures of",
    },
    lessonKind: { keep: "Keep", stop: "Stop", start: "Start" },
    lessonStatus: { proposed: "Open", accepted: "Accepted", rejected: "Rejected" },
  },
};
