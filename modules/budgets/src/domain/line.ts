/** The money of one line, in minor units of its currency. */
export interface LineTotals {
  readonly plannedMinor: number;
  /** Approved changes, positive or negative. */
  readonly changedMinor: number;
  /** Asked for by claims that are not decided. */
  readonly reservedMinor: number;
  /** Owed by contract and not yet claimed. */
  readonly committedMinor: number;
  readonly actualMinor: number;
}

export type Enforcement = "warn" | "block" | "approve";

/** What the line may spend in all. */
export const budgetOf = (line: LineTotals): number => line.plannedMinor + line.changedMinor;

/** What can still be promised: requests under way count as gone, or two of them could take the last money. */
export const availableOf = (line: LineTotals): number =>
  budgetOf(line) - line.committedMinor - line.actualMinor - line.reservedMinor;

export type Verdict =
  | { readonly kind: "fits" }
  /** Within budget, but past the line's warning mark. */
  | { readonly kind: "near-limit" }
  /** Over budget, and the line lets it pass with a warning. */
  | { readonly kind: "over-warned"; readonly overMinor: number }
  /** Over budget: possible only with a justification and the approval of an executive. */
  | { readonly kind: "over-needs-approval"; readonly overMinor: number }
  | { readonly kind: "over-blocked"; readonly overMinor: number };

/**
 * Whether a line can take a request.
 * @param takeMinor positive amount asked for
 */
export function judge(
  line: LineTotals & { readonly enforcement: Enforcement; readonly warnPermille: number },
  takeMinor: number,
): Verdict {
  const overMinor = takeMinor - availableOf(line);
  if (overMinor > 0) {
    switch (line.enforcement) {
      case "warn":
        return { kind: "over-warned", overMinor };
      case "approve":
        return { kind: "over-needs-approval", overMinor };
      case "block":
        return { kind: "over-blocked", overMinor };
    }
  }
  const usedAfter = budgetOf(line) - availableOf(line) + takeMinor;
  return usedAfter * 1000 > budgetOf(line) * line.warnPermille ? { kind: "near-limit" } : { kind: "fits" };
}
