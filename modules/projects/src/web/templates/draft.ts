import type { ProjectTemplate, TemplateLink, TemplateTask } from "../../domain/template.ts";

/** A project type while it is being changed. */
export interface TemplateDraft {
  /** As it was read: what a save is compared with. */
  readonly base: ProjectTemplate;
  readonly now: ProjectTemplate;
  /** Former states, the latest last. */
  readonly past: readonly ProjectTemplate[];
  /** What was changed last: typing on in one field is one step back. */
  readonly field: string;
}

const MOST_STEPS = 100;

export const draftOf = (base: ProjectTemplate): TemplateDraft => ({ base, now: base, past: [], field: "" });

/** @param field names what is typed into; two changes of it in a row are one step. Empty: a step of its own */
export function changed(draft: TemplateDraft, change: Partial<ProjectTemplate>, field: string): TemplateDraft {
  const past = field !== "" && field === draft.field ? draft.past : [...draft.past, draft.now].slice(-MOST_STEPS);
  return { ...draft, now: { ...draft.now, ...change }, past, field };
}

export function undone(draft: TemplateDraft): TemplateDraft {
  const now = draft.past.at(-1);
  return now ? { ...draft, now, past: draft.past.slice(0, -1), field: "" } : draft;
}

/** The list with the item at a place replaced, or without it. */
export const putAt = <T>(list: readonly T[], at: number, item: T | undefined): T[] =>
  list.flatMap((old, i) => (i === at ? (item === undefined ? [] : [item]) : [old]));

/** The list with the item at a place moved by one; at either end it stays. */
export function movedBy<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const item = list[at];
  if (item === undefined) return [...list];
  return list.toSpliced(at, 1).toSpliced(Math.min(list.length - 1, Math.max(0, at + by)), 0, item);
}

/** A key that the list does not use: `task_1`, `task_2`, … */
export function freeKey(prefix: string, list: readonly { readonly key: string }[]): string {
  const used = new Set(list.map(({ key }) => key));
  for (let n = 1; ; n++) if (!used.has(`${prefix}_${n}`)) return `${prefix}_${n}`;
}

export const emptyTask = (template: ProjectTemplate, phase: string): TemplateTask => ({
  key: freeKey("task", template.tasks),
  phase,
  name: { zh: "", en: "" },
  durationDays: 1,
  role: template.roles[0]?.key ?? "",
  channels: [],
  priority: "medium",
  checklist: [],
});

type Point = ProjectTemplate["kpis"][number]["course"][number];

/** The checkpoint after the last: a week on, or where the deadline still leaves a day, and no farther back on the way. */
export function nextPoint(course: readonly Point[], deadlineDays: number): Point {
  const last = course.reduce<Point | undefined>((a, b) => (a && a.days > b.days ? a : b), undefined);
  if (!last) return { days: deadlineDays - 7, permille: 500 };
  const taken = new Set(course.map(({ days }) => days));
  let days = Math.min(last.days + 7, deadlineDays - 1);
  while (taken.has(days)) days -= 1;
  const before = course.filter((point) => point.days < days);
  return { days, permille: Math.max(0, ...before.map(({ permille }) => permille)) };
}

/** Takes a task out; those that came before it now come before those that followed it. */
export function withoutTask(template: ProjectTemplate, key: string): Pick<ProjectTemplate, "tasks" | "links"> {
  const before = template.links.filter((link) => link.to === key);
  const after = template.links.filter((link) => link.from === key);
  const rest = template.links.filter((link) => link.from !== key && link.to !== key);
  const joined = before.flatMap((b) => after.map((a): TemplateLink => ({ from: b.from, to: a.to, type: "FS" })));
  const isNew = (link: TemplateLink): boolean => !rest.some((old) => old.from === link.from && old.to === link.to);
  return { tasks: template.tasks.filter((task) => task.key !== key), links: [...rest, ...joined.filter(isNew)] };
}

/** Working days between a link's ends; other kinds of lag are kept as they are and not shown as days. */
export const lagDaysOf = (link: TemplateLink): number | null =>
  link.lag === undefined ? 0 : link.lag.kind === "working-days" ? link.lag.days : null;

export function withLag(link: TemplateLink, days: number): TemplateLink {
  const { lag: _old, ...rest } = link;
  return days === 0 ? rest : { ...rest, lag: { kind: "working-days", days } };
}

/** The product's own version of a type as the next version of what the workspace has; its approval only where that may change. */
export const restored = (base: ProjectTemplate, standard: ProjectTemplate, approval: boolean): ProjectTemplate => ({
  ...standard,
  version: base.version,
  approval: approval ? standard.approval : base.approval,
});
