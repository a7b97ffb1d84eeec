import { defineProblem, type Problem, type ProblemField, problem } from "@yutu/kernel";
import type { Link, PlanFault } from "./model.ts";

export const INVALID_PLAN = defineProblem("scheduling/invalid-plan", 422, "The plan cannot be scheduled");

/** A refused plan or change: a problem for the API with every fault named, none of them repaired in silence. */
export interface PlanRefusal extends Problem<"scheduling/invalid-plan"> {
  readonly faults: readonly PlanFault[];
}

const describeLink = (link: Link): string => `${link.from} ${link.type ?? "FS"} ${link.to}`;

/** One sentence in English on a fault; the interface translates `rule` instead. */
export function describeFault(fault: PlanFault): string {
  switch (fault.rule) {
    case "cycle":
      return `tasks wait for each other in a circle: ${[...fault.taskIds, fault.taskIds[0] ?? ""].join(" → ")}`;
    case "duplicate-task":
      return `task ${fault.taskId} is given twice`;
    case "parent-cycle":
      return `task ${fault.taskId} is its own summary by way of ${fault.ref}`;
    case "unknown-parent":
      return `task ${fault.taskId} names summary ${fault.ref}, which is not in the plan`;
    case "unknown-calendar":
      return `task ${fault.taskId} names calendar ${fault.ref}, which is not in the plan`;
    case "invalid-calendar":
      return `calendar ${fault.ref} is refused: ${fault.detail}`;
    case "invalid-duration":
    case "invalid-progress":
    case "invalid-date":
    case "invalid-constraint":
    case "unknown-task":
      return `task ${fault.taskId}: ${fault.detail}`;
    case "self-link":
      return `task ${fault.taskId} is linked to itself`;
    case "link-to-own-summary":
      return `link ${describeLink(fault.link)} joins a task with its own summary`;
    case "link-into-summary":
      return `link ${describeLink(fault.link)} would end at the finish of a summary, which follows its parts`;
    case "percent-of-summary":
      return `link ${describeLink(fault.link)} has a lag in percent of a summary, which has no duration of its own`;
    case "invalid-lag":
      return `link ${describeLink(fault.link)} has a lag that is not a whole number of days within 100 years`;
    case "duplicate-link":
      return `link ${describeLink(fault.link)} is given twice`;
    case "unknown-link":
      return `link ${describeLink(fault.link)} is not in the plan`;
  }
}

const taskOf = (fault: PlanFault): string | null =>
  fault.rule === "cycle" ? (fault.taskIds[0] ?? null) : fault.rule === "invalid-calendar" ? null : fault.taskId;

export function refusePlan(faults: readonly PlanFault[]): PlanRefusal {
  const errors = faults.map((fault): ProblemField => {
    const task = taskOf(fault);
    return { pointer: task === null ? "" : `/tasks/${task}`, code: fault.rule, message: describeFault(fault) };
  });
  const first = faults[0];
  const params = { rule: first?.rule ?? null, taskId: first === undefined ? null : taskOf(first) };
  return { ...problem(INVALID_PLAN, errors[0]?.message ?? "", { errors, params }), faults };
}
