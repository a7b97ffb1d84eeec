import type { Finding, FindingCode, SlipCause } from "./document.ts";

export type Language = "zh" | "en";

/** How figures are written; the interface and the files bring their own. */
export interface FigureWords {
  readonly money: (minor: number) => string;
  /** A share as percent: 0.082 → 8.2%. */
  readonly percent: (share: number) => string;
  readonly number: (value: number) => string;
  /** A KPI's value in its unit. */
  readonly value: (value: number, unit: string) => string;
  readonly channel: (code: string) => string;
}

interface Facts {
  readonly text: (key: string) => string;
  readonly amount: (key: string) => string;
  readonly share: (key: string) => string;
  readonly count: (key: string) => string;
  readonly raw: (key: string) => number;
  readonly words: FigureWords;
}

export const CAUSE_WORDS: Readonly<Record<Language, Readonly<Record<SlipCause, string>>>> = {
  zh: {
    predecessor: "前置任务延误",
    late_start: "开工晚",
    overrun: "用时超出计划",
    untracked: "未登记开工",
    unfinished: "未完成",
  },
  en: {
    predecessor: "waiting for earlier tasks",
    late_start: "starting late",
    overrun: "taking longer than planned",
    untracked: "no start recorded",
    unfinished: "never finished",
  },
};

const isCause = (text: string): text is SlipCause => text in CAUSE_WORDS.zh;
const causeWord = (language: Language, text: string): string => (isCause(text) ? CAUSE_WORDS[language][text] : text);

type Sentences = Readonly<Record<FindingCode, (facts: Facts) => string>>;

const zh: Sentences = {
  budget_total: (f) =>
    `预算 ${f.amount("budgetMinor")}，实际支出 ${f.amount("actualMinor")}，${f.raw("deviationMinor") > 0 ? "超支" : "结余"} ${f.words.money(Math.abs(f.raw("deviationMinor")))}（${f.words.percent(Math.abs(f.raw("deviation")))}）。`,
  line_over: (f) => `“${f.text("name")}”超支 ${f.amount("deviationMinor")}（${f.share("deviation")}）。`,
  line_unused: (f) => `“${f.text("name")}”预算 ${f.amount("budgetMinor")}，只用了 ${f.amount("actualMinor")}。`,
  open_commitments: (f) => `仍有 ${f.amount("committedMinor")} 合同未结清。`,
  kpi_reached: (f) =>
    `“${f.text("name")}”达成：${f.words.value(f.raw("actual"), f.text("unit"))}，目标 ${f.words.value(f.raw("target"), f.text("unit"))}，达成率 ${f.share("attainment")}。`,
  kpi_missed: (f) =>
    `“${f.text("name")}”未达成：${f.words.value(f.raw("actual"), f.text("unit"))}，目标 ${f.words.value(f.raw("target"), f.text("unit"))}，达成率 ${f.share("attainment")}。`,
  kpi_without_value: (f) => `“${f.text("name")}”没有数据，无法判断是否达成。`,
  finish_slip: (f) =>
    f.raw("days") > 0
      ? `计划 ${f.text("planned")} 完成，实际 ${f.text("actual")}，晚 ${f.count("days")} 天。`
      : f.raw("days") < 0
        ? `比计划提前 ${f.words.number(-f.raw("days"))} 天完成（${f.text("actual")}）。`
        : `按计划在 ${f.text("actual")} 完成。`,
  slip_cause: (f) =>
    `延误最主要的原因是${causeWord("zh", f.text("cause"))}：${f.count("tasks")} 项任务共 ${f.count("days")} 天，占全部延误的 ${f.share("share")}。`,
  slip_phase: (f) =>
    `“${f.text("phase")}”延误最多：${f.count("tasks")} 项任务中 ${f.count("late")} 项逾期，共 ${f.count("days")} 天。`,
  on_time: (f) => `${f.count("tasks")} 项任务中 ${f.count("onTime")} 项按时完成，准时率 ${f.share("rate")}。`,
  approval_wait: (f) =>
    `${f.count("count")} 次审批，等待时长中位数 ${f.count("medianHours")} 小时${f.raw("long") > 0 ? `，其中 ${f.count("long")} 次超过 48 小时` : ""}。`,
  rework: (f) => `${f.count("subjects")} 个事项被退回后重新提交。`,
  channel_best: (f) => `${f.words.channel(f.text("channel"))}投产比最高，ROI ${f.count("roi")}。`,
  channel_loss: (f) => `${f.words.channel(f.text("channel"))}投入大于产出，ROI ${f.count("roi")}。`,
  assets_used: (f) =>
    `共 ${f.count("count")} 个素材、${f.count("versions")} 个版本，其中 ${f.count("used")} 个被任务使用。`,
  asset_reworked: (f) => `素材“${f.text("name")}”改了 ${f.count("versions")} 版。`,
};

const many = (f: Facts, key: string, one: string, other: string): string =>
  `${f.count(key)} ${f.raw(key) === 1 ? one : other}`;

const en: Sentences = {
  budget_total: (f) =>
    `Budget ${f.amount("budgetMinor")}, spent ${f.amount("actualMinor")}: ${f.words.money(Math.abs(f.raw("deviationMinor")))} ${f.raw("deviationMinor") > 0 ? "over" : "left"} (${f.words.percent(Math.abs(f.raw("deviation")))}).`,
  line_over: (f) => `"${f.text("name")}" went ${f.amount("deviationMinor")} over (${f.share("deviation")}).`,
  line_unused: (f) => `"${f.text("name")}" used only ${f.amount("actualMinor")} of ${f.amount("budgetMinor")}.`,
  open_commitments: (f) => `Contracts of ${f.amount("committedMinor")} are still open.`,
  kpi_reached: (f) =>
    `"${f.text("name")}" was reached: ${f.words.value(f.raw("actual"), f.text("unit"))} against a target of ${f.words.value(f.raw("target"), f.text("unit"))} (${f.share("attainment")}).`,
  kpi_missed: (f) =>
    `"${f.text("name")}" was missed: ${f.words.value(f.raw("actual"), f.text("unit"))} against a target of ${f.words.value(f.raw("target"), f.text("unit"))} (${f.share("attainment")}).`,
  kpi_without_value: (f) => `"${f.text("name")}" has no value, so nobody can say whether it was reached.`,
  finish_slip: (f) =>
    f.raw("days") > 0
      ? `Planned to finish on ${f.text("planned")}, finished on ${f.text("actual")}: ${many(f, "days", "day", "days")} late.`
      : f.raw("days") < 0
        ? `Finished ${f.words.number(-f.raw("days"))} ${f.raw("days") === -1 ? "day" : "days"} early, on ${f.text("actual")}.`
        : `Finished as planned on ${f.text("actual")}.`,
  slip_cause: (f) =>
    `Most delay came from ${causeWord("en", f.text("cause"))}: ${many(f, "days", "day", "days")} over ${many(f, "tasks", "task", "tasks")}, ${f.share("share")} of all.`,
  slip_phase: (f) =>
    `"${f.text("phase")}" lost most time: ${f.count("late")} of ${many(f, "tasks", "task", "tasks")} late, ${many(f, "days", "day", "days")} in all.`,
  on_time: (f) => `${f.count("onTime")} of ${many(f, "tasks", "task", "tasks")} ended on time (${f.share("rate")}).`,
  approval_wait: (f) =>
    `${many(f, "count", "approval", "approvals")} waited ${many(f, "medianHours", "hour", "hours")} in the median${f.raw("long") > 0 ? `; ${f.count("long")} took more than 48` : ""}.`,
  rework: (f) => `${many(f, "subjects", "submission was", "submissions were")} returned and sent again.`,
  channel_best: (f) => `${f.words.channel(f.text("channel"))} returned most, ROI ${f.count("roi")}.`,
  channel_loss: (f) => `${f.words.channel(f.text("channel"))} cost more than it brought, ROI ${f.count("roi")}.`,
  assets_used: (f) =>
    `${many(f, "count", "asset", "assets")} in ${many(f, "versions", "version", "versions")}; tasks used ${f.count("used")} of them.`,
  asset_reworked: (f) => `The asset "${f.text("name")}" went through ${f.count("versions")} versions.`,
};

const SENTENCES: Readonly<Record<Language, Sentences>> = { zh, en };

/** A finding as a sentence. */
export function sentenceOf({ code, params }: Finding, language: Language, words: FigureWords): string {
  const raw = (key: string): number => Number(params[key] ?? 0);
  return SENTENCES[language][code]({
    text: (key) => String(params[key] ?? ""),
    amount: (key) => words.money(raw(key)),
    share: (key) => words.percent(raw(key)),
    count: (key) => words.number(raw(key)),
    raw,
    words,
  });
}

/** The first finding of each section: what somebody reads who reads only one paragraph. */
export function summaryOf(findings: readonly Finding[], language: Language, words: FigureWords): string {
  const first = findings.filter((each, i) => findings.findIndex((other) => other.section === each.section) === i);
  return first.map((each) => sentenceOf(each, language, words)).join(language === "zh" ? "" : " ");
}
