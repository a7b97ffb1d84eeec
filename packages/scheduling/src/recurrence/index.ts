export * from "./model.ts";
export {
  MAX_OCCURRENCES,
  MAX_RECURRENCE_YEARS,
  nextOccurrence,
  type OccurrenceQuery,
  occurrences,
  type WorkingDayRule,
} from "./occurrences.ts";
export { type RecurrenceProblem, recurrenceInvalid, recurrenceUnbounded } from "./problems.ts";
export { formatRecurrence, parseRecurrence } from "./rule-text.ts";
