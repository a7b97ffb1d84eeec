import { type Estimated, refuse } from "@yutu/statistics";
import type { Attribution } from "../attribution.ts";
import type { PathCounts } from "../journeys/path-counts.ts";
import { attributeByRule } from "./path-rule.ts";

/** The same credit, 1/k, to each of the k touches. */
export const linearTouch = (paths: PathCounts): Estimated<Attribution> =>
  attributeByRule(paths, "linear", (_codes, _from, length, weights) => weights.fill(1 / length, 0, length));

/** Shares of the first and the last touch; the touches between share the rest equally. */
export interface PositionShares {
  readonly first: number;
  readonly last: number;
}

/**
 * Position-based (U-shaped) credit, 40/20/40 by default. One touch takes all; two share in the ratio first : last.
 */
export function positionBased(
  paths: PathCounts,
  shares: PositionShares = { first: 0.4, last: 0.4 },
): Estimated<Attribution> {
  const { first, last } = shares;
  if (!(first >= 0 && last >= 0 && first + last > 0 && first + last <= 1)) {
    return refuse("outOfRange", "the shares of first and last touch must be positive and at most 1 together", {
      first,
      last,
    });
  }
  return attributeByRule(paths, "position-based", (_codes, _from, length, weights) => {
    if (length === 1) {
      weights[0] = 1;
      return;
    }
    if (length === 2) {
      weights[0] = first / (first + last);
      weights[1] = last / (first + last);
      return;
    }
    weights.fill((1 - first - last) / (length - 2), 0, length);
    weights[0] = first;
    weights[length - 1] = last;
  });
}
