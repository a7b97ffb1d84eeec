import { defineProblem, type Problem, problem } from "@yutu/kernel";

export const recurrenceInvalid = defineProblem(
  "scheduling/recurrence-invalid",
  422,
  "The recurrence rule is not valid",
);
export const recurrenceUnbounded = defineProblem(
  "scheduling/recurrence-too-long",
  422,
  "The recurrence yields more dates than asked for in one go",
);

export type RecurrenceProblem = Problem<"scheduling/recurrence-invalid" | "scheduling/recurrence-too-long">;

/** @param part the rule part at fault, such as `BYMONTH`. */
export const invalidRule = (part: string, detail: string): RecurrenceProblem =>
  problem(recurrenceInvalid, `${part}: ${detail}`, { params: { part, rule: detail } });
