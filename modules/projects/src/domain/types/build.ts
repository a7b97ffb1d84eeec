import type { LocalText, ProjectTemplate, TemplateLink, TemplateTask } from "../template.ts";

/** Short forms in which the built-in project types are written. */

export const t = (zh: string, en: string): LocalText => ({ zh, en });

type TaskExtras = Partial<Pick<TemplateTask, "accountable" | "channels" | "priority" | "budget" | "checklist">>;

/** A task; 0 days makes a milestone. */
export const task = (
  key: string,
  phase: string,
  name: LocalText,
  durationDays: number,
  role: string,
  extras: TaskExtras = {},
): TemplateTask => ({
  key,
  phase,
  name,
  durationDays,
  role,
  channels: [],
  priority: "medium",
  checklist: [],
  ...extras,
});

/** `"a > b > c"` as finish-to-start links. */
export const chain = (text: string): TemplateLink[] => {
  const keys = text.split(">").map((key) => key.trim());
  return keys.slice(1).map((to, i) => ({ from: keys[i] ?? "", to, type: "FS" }));
};

export const link = (from: string, to: string, type: TemplateLink["type"], days: number): TemplateLink => ({
  from,
  to,
  type,
  lag: { kind: "working-days", days },
});

export const line = (
  key: string,
  name: LocalText,
  category: string,
  permille: number,
  channel: string | null = null,
): ProjectTemplate["budget"][number] => ({
  key,
  name,
  category,
  channel,
  permille,
  reserve: false,
});

export const reserveLine = (permille: number): ProjectTemplate["budget"][number] => ({
  key: "reserve",
  name: t("预备金", "Contingency reserve"),
  category: "reserve",
  channel: null,
  permille,
  reserve: true,
});

type TemplateKpi = ProjectTemplate["kpis"][number];

/** A KPI of a type. `course` is `"-20:50 0:600 2:800"`: days from the anchor and thousandths of the way. */
export const kpi = (
  metricId: string,
  goal: LocalText,
  level: TemplateKpi["level"],
  weight: number,
  deadlineDays: number,
  course = "",
): TemplateKpi => ({
  metricId,
  goal,
  level,
  weight,
  deadlineDays,
  course: course
    .split(" ")
    .filter(Boolean)
    .map((point) => {
      const [days = 0, permille = 0] = point.split(":").map(Number);
      return { days, permille };
    }),
});

type TemplateRisk = ProjectTemplate["risks"][number];

export const risk = (
  name: LocalText,
  category: string,
  probability: TemplateRisk["probability"],
  impact: TemplateRisk["impact"],
  response: LocalText,
): TemplateRisk => ({ name, category, probability, impact, response });

/** What must be ready before the anchor, one line for each of the five dimensions. */
export const readiness = (
  strategy: LocalText,
  technology: LocalText,
  team: LocalText,
  content: LocalText,
  data: LocalText,
): ProjectTemplate["readiness"] => [
  { dimension: "strategy", item: strategy },
  { dimension: "technology", item: technology },
  { dimension: "team", item: team },
  { dimension: "content", item: content },
  { dimension: "data", item: data },
];

/** Roles on a project that most types share. */
export const ROLES = {
  manager: { key: "manager", name: t("项目经理", "Project manager"), required: true },
  planner: { key: "planner", name: t("策划", "Planner"), required: false },
  designer: { key: "designer", name: t("设计", "Designer"), required: true },
  copywriter: { key: "copywriter", name: t("文案", "Copywriter"), required: false },
  media: { key: "media", name: t("媒介投放", "Media buyer"), required: false },
  operator: { key: "operator", name: t("店铺运营", "Store operator"), required: false },
  analyst: { key: "analyst", name: t("数据分析", "Analyst"), required: false },
  service: { key: "service", name: t("客服", "Customer service"), required: false },
  pr: { key: "pr", name: t("公关", "Public relations"), required: false },
  producer: { key: "producer", name: t("制片", "Producer"), required: false },
  legal: { key: "legal", name: t("法务", "Legal"), required: false },
  host: { key: "host", name: t("活动执行", "Event execution"), required: true },
  sales: { key: "sales", name: t("销售", "Sales"), required: false },
  store: { key: "store", name: t("门店", "Stores"), required: false },
  product: { key: "product", name: t("产品经理", "Product manager"), required: false },
  crm: { key: "crm", name: t("会员运营", "Member operator"), required: true },
} as const;

/** Initiation: finance always, an executive from 100,000 (major units) on. */
export const INITIATION_FLOW: ProjectTemplate["approval"] = {
  key: "project-initiation",
  name: "项目立项",
  stages: [
    {
      name: t("财务审核预算", "Finance checks the budget"),
      mode: "any",
      approvers: [{ kind: "role", role: "finance" }],
      dueHours: 24,
    },
    {
      name: t("高管批准", "Executive approves"),
      mode: "any",
      approvers: [{ kind: "role", role: "executive" }],
      fromMinor: 10_000_000,
      dueHours: 48,
    },
  ],
};

/** What every brief asks for. */
export const BRIEF: ProjectTemplate["brief"] = [
  { key: "background", name: t("背景", "Background"), hint: t("为什么现在做？", "Why now?"), required: true },
  {
    key: "objective",
    name: t("目的", "Objective"),
    hint: t("要达成什么？", "What is to be achieved?"),
    required: true,
  },
  { key: "audience", name: t("目标人群", "Audience"), hint: t("对谁说？", "For whom?"), required: true },
  {
    key: "message",
    name: t("核心信息", "Core message"),
    hint: t("只让人记住一句话，是哪一句？", "The one sentence to remember"),
    required: true,
  },
  {
    key: "proof",
    name: t("支撑点", "Proof points"),
    hint: t("凭什么相信？", "Why should anybody believe it?"),
    required: false,
  },
  {
    key: "offer",
    name: t("利益点与玩法", "Offer and mechanics"),
    hint: t("给什么，怎么给？", "What is offered, and how?"),
    required: false,
  },
  {
    key: "mandatories",
    name: t("必须与禁忌", "Mandatories"),
    hint: t("品牌与法务要求", "Brand and legal requirements"),
    required: false,
  },
];
