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
  readonly findings: string;
  readonly evidence: string;
  readonly comment: string;
  readonly total: string;
  readonly none: string;
  readonly moneyWithheld: string;
  readonly draft: string;
  readonly numberedChart: string;
  readonly project: Readonly<Record<"key" | "manager" | "period" | "closed" | "computed", string>>;
  readonly budget: Readonly<
    Record<"line" | "planned" | "changed" | "budget" | "actual" | "deviation" | "share", string>
  >;
  readonly goals: Readonly<Record<"kpi" | "goal" | "baseline" | "target" | "actual" | "attainment", string>>;
  readonly schedule: Readonly<
    Record<"task" | "phase" | "owner" | "due" | "done" | "slip" | "cause" | "days" | "tasks" | "late", string>
  >;
  readonly approvals: Readonly<Record<"subject" | "approvals" | "returned" | "median" | "longest", string>>;
  readonly assets: Readonly<Record<"asset" | "kind" | "versions" | "tasks" | "channels", string>>;
  readonly channel: string;
  readonly lessonKind: Readonly<Record<LessonKind, string>>;
  readonly lessonStatus: Readonly<Record<LessonStatus, string>>;
  readonly subjectType: (type: string) => string;
}

const SUBJECTS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  "projects.project": { zh: "立项", en: "Project initiation" },
  "budgets.claim": { zh: "报销", en: "Expense claims" },
};

const subjectType =
  (language: Language) =>
  (type: string): string =>
    SUBJECTS[type]?.[language] ?? type;

export const REPORT_WORDS: Readonly<Record<Language, ReportWords>> = {
  zh: {
    title: "项目复盘报告",
    section: SECTION_WORDS.zh,
    findings: "发现",
    evidence: "依据",
    comment: "说明",
    total: "合计",
    none: "没有记录。",
    moneyWithheld: "本文件按导出人的权限不含预算与投放金额。",
    draft: "草稿，尚未发布",
    numberedChart: "系统没有中文字体，图中以编号代替名称：",
    project: { key: "项目编码", manager: "负责人", period: "计划周期", closed: "结项日期", computed: "数据时间" },
    budget: {
      line: "预算行",
      planned: "计划",
      changed: "变更",
      budget: "预算",
      actual: "实际",
      deviation: "偏差",
      share: "偏差率",
    },
    goals: { kpi: "指标", goal: "目标", baseline: "基线", target: "目标值", actual: "实际值", attainment: "达成率" },
    schedule: {
      task: "任务",
      phase: "阶段",
      owner: "负责人",
      due: "批准日期",
      done: "完成日期",
      slip: "延误（天）",
      cause: "原因",
      days: "天数",
      tasks: "任务数",
      late: "逾期数",
    },
    approvals: {
      subject: "事项",
      approvals: "审批次数",
      returned: "退回",
      median: "等待中位数（小时）",
      longest: "最长等待（小时）",
    },
    assets: { asset: "素材", kind: "类型", versions: "版本数", tasks: "使用任务", channels: "渠道" },
    channel: "渠道",
    lessonKind: { keep: "继续", stop: "停止", start: "开始" },
    lessonStatus: { proposed: "待定", accepted: "已采纳", rejected: "未采纳" },
    subjectType: subjectType("zh"),
  },
  en: {
    title: "Retrospective",
    section: SECTION_WORDS.en,
    findings: "Findings",
    evidence: "Evidence",
    comment: "Comment",
    total: "Total",
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
    budget: {
      line: "Line",
      planned: "Plan",
      changed: "Changes",
      budget: "Budget",
      actual: "Actual",
      deviation: "Deviation",
      share: "Share",
    },
    goals: {
      kpi: "KPI",
      goal: "Goal",
      baseline: "Baseline",
      target: "Target",
      actual: "Actual",
      attainment: "Attainment",
    },
    schedule: {
      task: "Task",
      phase: "Phase",
      owner: "Owners",
      due: "Approved for",
      done: "Done on",
      slip: "Days late",
      cause: "Cause",
      days: "Days",
      tasks: "Tasks",
      late: "Late",
    },
    approvals: {
      subject: "Subject",
      approvals: "Approvals",
      returned: "Returned",
      median: "Median wait (h)",
      longest: "Longest wait (h)",
    },
    assets: { asset: "Asset", kind: "Kind", versions: "Versions", tasks: "Tasks", channels: "Channels" },
    channel: "Channel",
    lessonKind: { keep: "Keep", stop: "Stop", start: "Start" },
    lessonStatus: { proposed: "Open", accepted: "Accepted", rejected: "Rejected" },
    subjectType: subjectType("en"),
  },
};
