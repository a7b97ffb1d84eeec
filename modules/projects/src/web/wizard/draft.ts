import type { CalendarDate } from "@yutu/kernel";
import { addDays, calendarDate } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import type { LocalText, ProjectTemplate } from "../../domain/template.ts";
import { bindTo, checkpointsOf, emptyKpi, type GoalDraft, type KpiDraft } from "../goals/kpi-draft.ts";

export const STEPS = ["type", "basics", "plan", "goals", "review"] as const;
export type Step = (typeof STEPS)[number];

/** A KPI with the usual course of its type, from which its checkpoints follow once there is a target. */
export interface WizardKpi extends KpiDraft {
  readonly course: readonly { readonly days: number; readonly permille: number }[];
}

/** A project while it is being started. */
export interface ProjectDraft {
  readonly typeKey: string;
  readonly name: string;
  readonly anchorDate: string;
  readonly totalBudgetMinor: number | null;
  readonly channels: readonly string[];
  readonly managerId: string | null;
  readonly people: Readonly<Record<string, readonly string[]>>;
  readonly visibility: "workspace" | "private";
  readonly brief: Readonly<Record<string, string>>;
  readonly goals: readonly GoalDraft<WizardKpi>[];
}

type Text = (text: LocalText) => string;

/** Goals as the type proposes them: strategy above business above operation, each bound to its metric. */
function goalsOf(template: ProjectTemplate, managerId: string | null, text: Text): ProjectDraft["goals"] {
  const firstOf = (level: string) => template.kpis.findIndex((kpi) => kpi.level === level);
  const above: Readonly<Record<string, number>> = {
    business: firstOf("strategy"),
    operation: firstOf("business") >= 0 ? firstOf("business") : firstOf("strategy"),
    task: firstOf("operation"),
  };
  return template.kpis.map((kpi, i) => {
    const metric = findMetric(kpi.metricId);
    const draft = metric ? bindTo(emptyKpi(managerId, null), metric, text(metric.name)) : emptyKpi(managerId, null);
    const parent = above[kpi.level] ?? -1;
    return {
      key: `g${i}`,
      parentKey: parent >= 0 && parent < i ? `g${parent}` : null,
      name: text(kpi.goal),
      level: kpi.level,
      weight: kpi.weight,
      ownerId: managerId,
      kpis: [{ ...draft, course: kpi.course }],
    };
  });
}

/** A new draft of a type. Deadlines follow when the anchor is known. */
export function draftOf(template: ProjectTemplate, managerId: string | null, text: Text): ProjectDraft {
  return {
    typeKey: template.key,
    name: "",
    anchorDate: "",
    totalBudgetMinor: null,
    channels: template.defaultChannels,
    managerId,
    people: {},
    visibility: "workspace",
    brief: {},
    goals: goalsOf(template, managerId, text),
  };
}

/** Puts the deadlines of the proposed KPIs where the type wants them, relative to the anchor. */
export function withAnchor(draft: ProjectDraft, template: ProjectTemplate, anchorDate: string): ProjectDraft {
  const deadlineOf = (metricId: string | null): CalendarDate | null => {
    const proposed = template.kpis.find((kpi) => kpi.metricId === metricId);
    return anchorDate === "" ? null : addDays(calendarDate(anchorDate), proposed?.deadlineDays ?? 0);
  };
  const goals = draft.goals.map((goal) => ({
    ...goal,
    kpis: goal.kpis.map((kpi) => ({ ...kpi, deadline: deadlineOf(kpi.metricId) })),
  }));
  return { ...draft, anchorDate, goals };
}

export type BasicsFault = "name" | "anchor" | "anchorPast" | "budget" | "manager";

/** What still has to be said before a plan can be laid. */
export function basicsFaults(draft: ProjectDraft, today: CalendarDate): BasicsFault[] {
  const faults: BasicsFault[] = [];
  if (draft.name.trim() === "") faults.push("name");
  if (draft.anchorDate === "") faults.push("anchor");
  else if (draft.anchorDate <= today) faults.push("anchorPast");
  if (draft.totalBudgetMinor === null) faults.push("budget");
  if (draft.managerId === null) faults.push("manager");
  return faults;
}

/** Roles of the type that nobody has been given, other than the manager's. */
export const openRoles = (draft: ProjectDraft, template: ProjectTemplate): ProjectTemplate["roles"] =>
  template.roles.filter((role) => role.key !== "manager" && !(draft.people[role.key] ?? []).length);

/** The request that makes the project. */
export function requestOf(draft: ProjectDraft, locale: "zh" | "en") {
  const anchorDate = calendarDate(draft.anchorDate);
  const keys = draft.goals.map((goal) => goal.key);
  const indexOf = (key: string | null): number | null => {
    const index = key === null ? -1 : keys.indexOf(key);
    return index >= 0 ? index : null;
  };
  return {
    typeKey: draft.typeKey,
    name: draft.name.trim(),
    anchorDate: draft.anchorDate,
    totalBudgetMinor: draft.totalBudgetMinor ?? 0,
    channels: [...draft.channels],
    managerId: draft.managerId ?? "",
    people: Object.fromEntries(Object.entries(draft.people).map(([role, ids]) => [role, [...ids]])),
    visibility: draft.visibility,
    brief: { ...draft.brief },
    locale,
    goals: draft.goals.map(({ name, level, weight, ownerId, parentKey, kpis }) => ({
      name,
      level,
      weight,
      ownerId,
      parentIndex: indexOf(parentKey),
      kpis: kpis.map(({ course, ...kpi }) => ({ ...kpi, checkpoints: checkpointsOf(course, anchorDate, kpi) })),
    })),
  };
}
