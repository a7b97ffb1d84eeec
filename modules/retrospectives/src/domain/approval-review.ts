import type { ApprovalReview } from "./document.ts";
import type { ApprovalFacts } from "./ledgers.ts";

/** Middle value; of an even count the mean of the two in the middle. Null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

const longest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((a, b) => (b > a ? b : a));

const hoursOf = (approvals: readonly ApprovalFacts[]): number[] => approvals.flatMap((each) => each.waitingHours ?? []);
const subjectOf = (each: ApprovalFacts): string => `${each.subjectType} ${each.subjectId}`;

/** How long approvals kept people waiting, and what had to be sent again. Hours count day and night. */
export function reviewApprovals(approvals: readonly ApprovalFacts[]): ApprovalReview {
  const rounds = new Map<string, number>();
  for (const each of approvals) rounds.set(subjectOf(each), (rounds.get(subjectOf(each)) ?? 0) + 1);
  const types = [...new Set(approvals.map((each) => each.subjectType))];
  return {
    entries: approvals.map((each) => ({ ...each, rounds: rounds.get(subjectOf(each)) ?? 1 })),
    bySubject: types.map((subjectType) => {
      const own = approvals.filter((each) => each.subjectType === subjectType);
      return {
        subjectType,
        subjects: new Set(own.map((each) => each.subjectId)).size,
        approvals: own.length,
        returned: own.filter((each) => each.state === "returned").length,
        medianHours: median(hoursOf(own)),
        longestHours: longest(hoursOf(own)),
      };
    }),
    medianHours: median(hoursOf(approvals)),
    longestHours: longest(hoursOf(approvals)),
    reworked: [...rounds.values()].filter((count) => count > 1).length,
  };
}
