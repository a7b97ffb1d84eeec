import { err, ok, type Problem, parseCalendarDate, problem, type Result } from "@yutu/kernel";
import type { Plan } from "../../network/index.ts";
import { riskInvalidInput } from "../problems.ts";
import { type DurationEstimate, estimateFault } from "./estimate.ts";
import type { RiskInput } from "./model.ts";

export type RiskRefusal = Problem<"scheduling/risk-invalid-input">;

const refuse = (rule: string, task: string | null, detail: string): RiskRefusal =>
  problem(riskInvalidInput, task === null ? detail : `task ${task}: ${detail}`, { params: { rule, task } });

/** The estimate of every task of the plan, in its order; summaries and milestones are fixed at 0. */
export function checkRisk(plan: Plan, input: RiskInput): Result<readonly DurationEstimate[], RiskRefusal> {
  const ids = new Set(plan.tasks.map(({ id }) => id));
  for (const [id, estimate] of Object.entries(input.estimates)) {
    if (!ids.has(id)) return err(refuse("task", id, "is not in the plan"));
    const fault = estimateFault(estimate);
    if (fault !== null) return err(refuse("estimate", id, fault));
  }
  const { spread } = input;
  if (spread !== undefined && !(spread.low >= 0 && spread.low <= 1 && spread.high >= 1 && spread.high <= 100)) {
    return err(refuse("spread", null, "the spread goes from a share of the duration to a multiple of it"));
  }
  for (const { taskId, date } of input.targets) {
    if (taskId !== null && !ids.has(taskId)) return err(refuse("target", taskId, "is not in the plan"));
    if (!parseCalendarDate(date).ok) return err(refuse("target", taskId, "the target needs a date"));
  }
  return ok(
    plan.tasks.map(({ id, durationDays }): DurationEstimate => {
      const own = Object.hasOwn(input.estimates, id) ? input.estimates[id] : undefined;
      if (own !== undefined) return own;
      if (spread === undefined || durationDays === 0) return { kind: "fixed", days: durationDays };
      return { kind: "pert", low: durationDays * spread.low, mode: durationDays, high: durationDays * spread.high };
    }),
  );
}
