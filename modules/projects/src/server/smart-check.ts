import { type CalendarDate, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { boundMetric, type GoalFacts, projectProblems, type SmartContext, smartFaults } from "../domain/index.ts";

export const smartContext = (startDate: string): SmartContext => ({
  startDate: startDate as CalendarDate,
  knowsMetric: (id) => boundMetric(id) !== undefined,
  accumulates: (id) => boundMetric(id)?.accumulates ?? false,
});

/** Refuses goals that cannot be checked; each error's pointer is `/goals/<goal id>/kpis/<position>/<field>`. */
export function checkSmart(goals: readonly GoalFacts[], startDate: string): Result<null, Problem> {
  const faults = smartFaults(goals, smartContext(startDate));
  if (faults.length === 0) return ok(null);
  const errors = faults.map(({ goal, kpi, field, code }) => ({
    pointer: [
      ...(goal === null ? [] : ["/goals", goals[goal]?.key]),
      ...(kpi === null ? [] : ["kpis", kpi]),
      goal === null ? "/goals" : field,
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
