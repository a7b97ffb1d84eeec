import { type CalendarDate, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import {
  accumulatesById,
  type GoalFacts,
  projectProblems,
  type SmartContext,
  type SmartFault,
  smartFaults,
} from "../domain/index.ts";

export const smartContext = (startDate: string): SmartContext => ({
  startDate: startDate as CalendarDate,
  knowsMetric: (id) => findMetric(id) !== undefined,
  accumulates: accumulatesById,
});

/** A refusal that names each missing piece; pointers are `/goals/<goal id>/kpis/<position>/<field>`. */
export function notSmart(goals: readonly GoalFacts[], faults: readonly SmartFault[]): Result<never, Problem> {
  const errors = faults.map(({ goal, kpi, field, code }) => ({
    pointer: [
      "/goals",
      ...(goal === null ? [] : [goals[goal]?.key ?? "", ...(kpi === null ? [] : ["kpis", kpi]), field]),
    ].join("/"),
    code: `${field}_${code}`,
    message: `${field}: ${code.replaceAll("_", " ")}`,
  }));
  return err(
    problem(projectProblems.goalsNotSmart, "Complete the goals first; each missing piece is named.", {
      errors,
      params: { count: faults.length },
    }),
  );
}

/** Refuses goals that cannot be checked. */
export function checkSmart(goals: readonly GoalFacts[], startDate: string): Result<null, Problem> {
  const faults = smartFaults(goals, smartContext(startDate));
  return faults.length === 0 ? ok(null) : notSmart(goals, faults);
}
