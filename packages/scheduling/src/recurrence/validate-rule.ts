import { err, ok, type Result } from "@yutu/kernel";
import type { RecurrenceRule } from "./model.ts";
import { invalidRule, type RecurrenceProblem } from "./problems.ts";

const MAX_INTERVAL = 10_000;
const MAX_COUNT = 100_000;

interface ListBound {
  readonly part: string;
  readonly values: readonly number[] | undefined;
  readonly most: number;
  readonly signed: boolean;
}

function checkList({ part, values, most, signed }: ListBound): RecurrenceProblem | null {
  if (values === undefined) return null;
  if (values.length === 0 || values.length > 400) return invalidRule(part, "needs between 1 and 400 values");
  for (const value of values) {
    const inRange = Number.isInteger(value) && value !== 0 && Math.abs(value) <= most && (signed || value > 0);
    if (!inRange) return invalidRule(part, `${value} is not between ${signed ? `-${most}` : "1"} and ${most}`);
  }
  return null;
}

function checkLists(rule: RecurrenceRule): RecurrenceProblem | null {
  const bounds: ListBound[] = [
    { part: "BYMONTH", values: rule.byMonth, most: 12, signed: false },
    { part: "BYMONTHDAY", values: rule.byMonthDay, most: 31, signed: true },
    { part: "BYYEARDAY", values: rule.byYearDay, most: 366, signed: true },
    { part: "BYWEEKNO", values: rule.byWeekNo, most: 53, signed: true },
    { part: "BYSETPOS", values: rule.bySetPos, most: 366, signed: true },
    { part: "BYDAY", values: rule.byDay?.map(({ weekday }) => weekday), most: 7, signed: false },
    { part: "BYDAY", values: rule.byDay?.map(({ nth }) => nth ?? 1), most: 53, signed: true },
    { part: "WKST", values: rule.weekStart === undefined ? undefined : [rule.weekStart], most: 7, signed: false },
  ];
  for (const bound of bounds) {
    const refusal = checkList(bound);
    if (refusal !== null) return refusal;
  }
  return null;
}

/** Which parts RFC 5545 allows with which frequency (table in 3.3.10). */
function checkCombination(rule: RecurrenceRule): RecurrenceProblem | null {
  const { frequency, byDay, byMonthDay, byYearDay, byWeekNo, bySetPos } = rule;
  const isYearly = frequency === "YEARLY";
  if (byYearDay !== undefined && !isYearly) return invalidRule("BYYEARDAY", "is for yearly rules only");
  if (byWeekNo !== undefined && !isYearly) return invalidRule("BYWEEKNO", "is for yearly rules only");
  if (byMonthDay !== undefined && frequency === "WEEKLY") return invalidRule("BYMONTHDAY", "is not for weekly rules");
  const ordinal = byDay?.some(({ nth }) => nth !== undefined) === true;
  if (ordinal && !isYearly && frequency !== "MONTHLY") {
    return invalidRule("BYDAY", "an ordinal such as 2MO is for monthly and yearly rules");
  }
  if (ordinal && byWeekNo !== undefined) return invalidRule("BYDAY", "has no ordinal beside BYWEEKNO");
  if (bySetPos === undefined) return null;
  const picksFrom = [rule.byMonth, byMonthDay, byYearDay, byWeekNo, byDay].some((part) => part !== undefined);
  if (!picksFrom) return invalidRule("BYSETPOS", "needs another BY part to pick from");
  if (frequency === "DAILY") return invalidRule("BYSETPOS", "has nothing to pick from within a day");
  const largest = Math.max(...bySetPos.map(Math.abs));
  if (frequency === "WEEKLY" && largest > (byDay?.length ?? 1)) {
    return invalidRule("BYSETPOS", "is larger than the number of days in BYDAY");
  }
  return null;
}

/** Refuses rules that mean nothing or that RFC 5545 forbids, naming the part. */
export function validateRule(rule: RecurrenceRule): Result<RecurrenceRule, RecurrenceProblem> {
  const { interval = 1, count, until } = rule;
  if (!Number.isInteger(interval) || interval < 1 || interval > MAX_INTERVAL) {
    return err(invalidRule("INTERVAL", `must be between 1 and ${MAX_INTERVAL}`));
  }
  if (count !== undefined && (!Number.isInteger(count) || count < 1 || count > MAX_COUNT)) {
    return err(invalidRule("COUNT", `must be between 1 and ${MAX_COUNT}`));
  }
  if (count !== undefined && until !== undefined) return err(invalidRule("UNTIL", "cannot stand beside COUNT"));
  const refusal = checkLists(rule) ?? checkCombination(rule);
  return refusal === null ? ok(rule) : err(refusal);
}
