import type { BudgetReview } from "./document.ts";
import type { BudgetFacts } from "./ledgers.ts";

/** Within this share of its budget a line counts as kept. */
export const KEPT_WITHIN = 0.05;
/** A line of which less than this share was spent or promised was not needed as planned. */
export const UNUSED_BELOW = 0.5;

const sumOf = <Row>(rows: readonly Row[], read: (row: Row) => number): number =>
  rows.reduce((sum, row) => sum + read(row), 0);

const shareOf = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

function verdictOf(
  line: BudgetFacts,
  budgetMinor: number,
  deviation: number | null,
): BudgetReview["lines"][number]["verdict"] {
  if (line.actualMinor > budgetMinor && (deviation === null || deviation > KEPT_WITHIN)) return "over";
  const taken = line.actualMinor + line.committedMinor;
  // A reserve that was not needed is a success, not a planning error.
  if (!line.reserve && budgetMinor > 0 && taken < UNUSED_BELOW * budgetMinor) return "unused";
  return deviation !== null && deviation < -KEPT_WITHIN ? "under" : "on";
}

/** What each line was to cost and did cost. The budget is the plan with its approved changes. */
export function reviewBudget(lines: readonly BudgetFacts[]): BudgetReview {
  const reviewed = lines.map((line) => {
    const budgetMinor = line.plannedMinor + line.changedMinor;
    const deviationMinor = line.actualMinor - budgetMinor;
    const deviation = shareOf(deviationMinor, budgetMinor);
    return { ...line, budgetMinor, deviationMinor, deviation, verdict: verdictOf(line, budgetMinor, deviation) };
  });
  const budgetMinor = sumOf(reviewed, (line) => line.budgetMinor);
  const actualMinor = sumOf(reviewed, (line) => line.actualMinor);
  return {
    lines: reviewed,
    totals: {
      plannedMinor: sumOf(reviewed, (line) => line.plannedMinor),
      changedMinor: sumOf(reviewed, (line) => line.changedMinor),
      budgetMinor,
      committedMinor: sumOf(reviewed, (line) => line.committedMinor),
      actualMinor,
      deviationMinor: actualMinor - budgetMinor,
      deviation: shareOf(actualMinor - budgetMinor, budgetMinor),
    },
  };
}
