import { calendarDate } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import { chinaCalendar } from "@yutu/scheduling";
import { latestBeginning } from "./lay-plan.ts";
import { type ProjectTemplate, templateSchema } from "./template.ts";

/** Something about a project type that does not hold together. */
export interface TemplateFault {
  /** Where, as a JSON pointer into the template: `/tasks/3/role`. */
  readonly pointer: string;
  readonly code:
    | "blank"
    | "invalid"
    | "twin"
    | "unknown-role"
    | "unknown-phase"
    | "unknown-budget"
    | "unknown-task"
    | "unknown-metric"
    | "anchor"
    | "shares"
    | "cycle"
    | "late";
  /** What the shares of the budget add up to, in thousandths. */
  readonly permille?: number;
}

const keysOf = (list: readonly { readonly key: string }[]): ReadonlySet<string> => new Set(list.map((x) => x.key));

/** Empty texts and numbers out of their range. */
function formFaults(template: ProjectTemplate): TemplateFault[] {
  const read = templateSchema.safeParse(template);
  if (read.success) return [];
  return read.error.issues.map((issue) => ({
    pointer: `/${issue.path.join("/")}`,
    code: issue.code === "too_small" && issue.origin === "string" ? "blank" : "invalid",
  }));
}

/** Two parts of one kind with the same key. */
function twinFaults(template: ProjectTemplate): TemplateFault[] {
  return (["roles", "phases", "tasks", "budget", "brief"] as const).flatMap((kind) => {
    const keys = template[kind].map(({ key }) => key);
    return keys.flatMap((key, i) =>
      keys.indexOf(key) < i ? [{ pointer: `/${kind}/${i}/key`, code: "twin" as const }] : [],
    );
  });
}

/** Keys that name nothing. */
function looseFaults(template: ProjectTemplate): TemplateFault[] {
  const [tasks, roles, phases, lines] = [
    keysOf(template.tasks),
    keysOf(template.roles),
    keysOf(template.phases),
    keysOf(template.budget),
  ];
  const faults: TemplateFault[] = [];
  const check = (found: boolean, pointer: string, code: TemplateFault["code"]): void => {
    if (!found) faults.push({ pointer, code });
  };
  for (const [i, task] of template.tasks.entries()) {
    check(roles.has(task.role), `/tasks/${i}/role`, "unknown-role");
    check(!task.accountable || roles.has(task.accountable), `/tasks/${i}/accountable`, "unknown-role");
    check(phases.has(task.phase), `/tasks/${i}/phase`, "unknown-phase");
    check(!task.budget || lines.has(task.budget), `/tasks/${i}/budget`, "unknown-budget");
  }
  for (const [i, link] of template.links.entries())
    check(tasks.has(link.from) && tasks.has(link.to), `/links/${i}`, "unknown-task");
  for (const [i, kpi] of template.kpis.entries())
    check(findMetric(kpi.metricId) !== undefined, `/kpis/${i}/metricId`, "unknown-metric");
  check(tasks.has(template.anchorTask), "/anchorTask", "anchor");
  return faults;
}

/** Checkpoints of one day twice, and those that the deadline comes before: neither would ever be compared with. */
function courseFaults(template: ProjectTemplate): TemplateFault[] {
  return template.kpis.flatMap(({ course, deadlineDays }, i) => {
    const days = course.map((point) => point.days);
    return days.flatMap((day, j): TemplateFault[] => {
      const pointer = `/kpis/${i}/course/${j}/days`;
      if (days.indexOf(day) < j) return [{ pointer, code: "twin" }];
      return day >= deadlineDays ? [{ pointer, code: "late" }] : [];
    });
  });
}

/** Stages without a name, or whose approver is not said. */
function approvalFaults(template: ProjectTemplate): TemplateFault[] {
  return template.approval.stages.flatMap((stage, i) => {
    const at = `/approval/stages/${i}`;
    const blank = (pointer: string): TemplateFault => ({ pointer: `${at}/${pointer}`, code: "blank" });
    return [
      ...(["zh", "en"] as const)
        .filter((language) => stage.name[language].trim() === "")
        .map((l) => blank(`name/${l}`)),
      ...stage.approvers.flatMap((rule, j) =>
        (rule.kind === "role" && rule.role === "") || (rule.kind === "member" && rule.memberId === "")
          ? [blank(`approvers/${j}`)]
          : [],
      ),
    ];
  });
}

/** Tasks that wait for one another, on whatever channels. */
function orderFaults(template: ProjectTemplate): TemplateFault[] {
  const own = template.links.findIndex((link) => link.from === link.to);
  if (own >= 0) return [{ pointer: `/links/${own}`, code: "cycle" }];
  const channels = template.tasks.flatMap((task) => task.channels);
  const laid = latestBeginning(template, { anchorDate: calendarDate("2026-06-18"), channels }, chinaCalendar());
  return laid.ok ? [] : [{ pointer: "/links", code: "cycle" }];
}

/** Everything that does not hold together; a template without faults can be made into projects. */
export function templateFaults(template: ProjectTemplate): TemplateFault[] {
  const faults = [
    ...formFaults(template),
    ...twinFaults(template),
    ...looseFaults(template),
    ...courseFaults(template),
    ...approvalFaults(template),
  ];
  const permille = template.budget.reduce((sum, line) => sum + line.permille, 0);
  if (permille !== 1000) faults.push({ pointer: "/budget", code: "shares", permille });
  return faults.some(({ pointer }) => /^\/(tasks|links|anchorTask)/.test(pointer))
    ? faults
    : [...faults, ...orderFaults(template)];
}
