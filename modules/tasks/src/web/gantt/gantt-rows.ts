import type { OperationOutput } from "@yutu/contract";
import type { Schedule } from "@yutu/scheduling";
import type { GanttTask } from "@yutu/ui";
import type { tasks } from "../../contract/index.ts";
import { taskCode } from "../../domain/code.ts";
import { isEnded } from "../../domain/status.ts";

export type Plan = OperationOutput<typeof tasks.getPlan>;
export type PlanTaskRow = Plan["tasks"][number];

const PHASE = "phase:";

/** Whether a row of the chart is a phase and not a task. */
export const isPhaseRow = (id: string): boolean => id.startsWith(PHASE);

interface Options {
  /** Where tasks would lie with the draft; the stored plan when there is none. */
  readonly schedule: Schedule | undefined;
  readonly baseline: boolean;
  readonly criticalOnly: boolean;
  readonly editable: boolean;
}

function rowOf(task: PlanTaskRow, parentId: string | null, options: Options): GanttTask {
  const at = options.schedule?.task(task.id);
  const { baselineStart: start, baselineDue: finish } = task;
  return {
    id: task.id,
    parentId,
    name: `${taskCode(task.number)} ${task.title}`,
    start: at?.start ?? task.start,
    finish: at?.finish ?? task.finish,
    progress: task.status === "done" ? 1 : task.progress / 100,
    critical: task.critical,
    milestone: task.milestone,
    movable: options.editable && !isEnded(task.status),
    ...(options.baseline && start && finish ? { baseline: { start, finish } } : {}),
  };
}

/** First and last day of a phase's tasks, and how much of its work is done. */
function phaseRow(phase: Plan["phases"][number], members: readonly GanttTask[]): GanttTask {
  const starts = members.map((m) => m.start).sort();
  const ends = members.map((m) => m.finish).sort();
  return {
    id: PHASE + phase.id,
    parentId: null,
    name: phase.name,
    start: starts[0] ?? "",
    finish: ends.at(-1) ?? "",
    progress: members.reduce((sum, m) => sum + m.progress, 0) / members.length,
    movable: false,
  };
}

/** The lines of the chart: phases with their tasks, subtasks below their parents, tasks without a phase at the end. */
export function ganttTasks(plan: Plan, options: Options): GanttTask[] {
  const shown = new Set(plan.tasks.map((task) => task.id));
  const rows = plan.tasks.map((task) => {
    const parent = task.parentId !== null && shown.has(task.parentId) ? task.parentId : undefined;
    return { task, row: rowOf(task, parent ?? (task.phaseId === null ? null : PHASE + task.phaseId), options) };
  });
  const used = options.criticalOnly ? rows.filter(({ row }) => row.critical) : rows;
  const byPhase = plan.phases.flatMap((phase) => {
    const members = used.filter(({ task }) => task.phaseId === phase.id).map(({ row }) => row);
    const top = members.filter((member) => member.parentId === PHASE + phase.id);
    const ordered = members.toSorted((a, b) => a.start.localeCompare(b.start) || a.finish.localeCompare(b.finish));
    return top.length === 0 ? ordered : [phaseRow(phase, members), ...ordered];
  });
  const loose = used.filter(({ task }) => task.phaseId === null).map(({ row }) => row);
  return [...byPhase, ...loose.toSorted((a, b) => a.start.localeCompare(b.start))];
}
