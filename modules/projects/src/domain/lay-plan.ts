import { addDays, type CalendarDate, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type Schedule, schedulePlan, type TaskInput, type WorkingCalendar } from "@yutu/scheduling";
import { projectProblems } from "./problems.ts";
import type { ProjectTemplate, TemplateLink, TemplateTask } from "./template.ts";

export interface PlanVariables {
  /** The promo day, the opening day: what everything is laid backwards from. */
  readonly anchorDate: CalendarDate;
  /** Nothing is planned before this day. */
  readonly today: CalendarDate;
  readonly channels: readonly string[];
}

export interface PlannedTask {
  readonly key: string;
  readonly phase: string;
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  readonly durationDays: number;
  readonly milestone: boolean;
  readonly critical: boolean;
}

export interface LaidPlan {
  readonly tasks: readonly PlannedTask[];
  readonly links: readonly TemplateLink[];
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  /** Working days by which the anchor is missed when nothing may start before today; 0 when the plan fits. */
  readonly lateByDays: number;
}

/** Tasks that the project's channels need; a task without channels always takes part. */
export const tasksFor = (template: ProjectTemplate, channels: readonly string[]): readonly TemplateTask[] =>
  template.tasks.filter((task) => task.channels.length === 0 || task.channels.some((c) => channels.includes(c)));

/** Links among the tasks that take part; through a task that is left out, its predecessors pass on to its successors. */
export function linksFor(template: ProjectTemplate, tasks: readonly TemplateTask[]): readonly TemplateLink[] {
  const present = new Set(tasks.map((t) => t.key));
  const absent = template.tasks.filter((t) => !present.has(t.key)).map((t) => t.key);
  let links = template.links;
  for (const gone of absent) {
    const into = links.filter((l) => l.to === gone);
    const out = links.filter((l) => l.from === gone);
    const bridges = into.flatMap((a) => out.map((b): TemplateLink => ({ from: a.from, to: b.to, type: "FS" })));
    links = [...links.filter((l) => l.from !== gone && l.to !== gone), ...bridges];
  }
  const seen = new Set<string>();
  return links.filter(
    (l) =>
      present.has(l.from) &&
      present.has(l.to) &&
      l.from !== l.to &&
      !seen.has(`${l.from}>${l.to}`) &&
      seen.add(`${l.from}>${l.to}`),
  );
}

const inputsOf = (tasks: readonly TemplateTask[], anchorTask: string): TaskInput[] =>
  tasks.map((task) => ({
    id: task.key,
    durationDays: task.durationDays,
    ...(task.key === anchorTask && task.durationDays === 0 ? { milestoneAt: "start" as const } : {}),
  }));

const missOf = (schedule: Schedule): number =>
  Math.max(0, ...schedule.conflicts.filter((c) => c.rule === "anchor").map((c) => c.lateByDays));

/**
 * Lays a template's plan on the working calendar, backwards from the anchor: what leads to it as late as it allows,
 * what follows as early as it can. When the work does not fit between today and the anchor, the plan is pushed past the
 * anchor and `lateByDays` says by how much.
 */
export function layPlan(
  template: ProjectTemplate,
  variables: PlanVariables,
  calendar: WorkingCalendar,
): Result<LaidPlan, Problem> {
  const tasks = tasksFor(template, variables.channels);
  const links = linksFor(template, tasks);
  const lay = (start?: CalendarDate) =>
    schedulePlan({
      tasks: inputsOf(tasks, template.anchorTask),
      links: links.map((l) => ({ from: l.from, to: l.to, type: l.type, ...(l.lag ? { lag: l.lag } : {}) })),
      direction: {
        kind: "from-anchors",
        anchors: [{ taskId: template.anchorTask, date: variables.anchorDate }],
        ...(start ? { start } : {}),
      },
      calendar,
    });
  const schedule = lay(variables.today);
  if (!schedule.ok) return schedule;
  const { span } = schedule.value;
  if (!span) return err(problem(projectProblems.unknownTemplate, "The project type has no tasks."));
  const phaseOf = new Map(tasks.map((t) => [t.key, t.phase]));
  const planned = schedule.value.tasks.map(
    (row): PlannedTask => ({
      key: row.id,
      phase: phaseOf.get(row.id) ?? "",
      start: row.start,
      finish: row.finish,
      durationDays: row.durationDays,
      milestone: row.kind === "milestone",
      critical: row.critical,
    }),
  );
  return ok({ tasks: planned, links, start: span.start, finish: span.finish, lateByDays: missOf(schedule.value) });
}

/** The latest day on which a plan can begin and still make its anchor: how much notice a type needs. */
export function latestBeginning(
  template: ProjectTemplate,
  variables: Omit<PlanVariables, "today">,
  calendar: WorkingCalendar,
): Result<CalendarDate, Problem> {
  const early = layPlan(template, { ...variables, today: addDays(variables.anchorDate, -720) }, calendar);
  return early.ok ? ok(early.value.start) : early;
}
