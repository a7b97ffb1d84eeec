import type { Estimated } from "@yutu/statistics";
import type { Attribution } from "../attribution.ts";
import type { PathCounts } from "../journeys/path-counts.ts";
import { attributeByRule } from "./path-rule.ts";

/** All credit to the first touch of the path. */
export const firstTouch = (paths: PathCounts): Estimated<Attribution> =>
  attributeByRule(paths, "first-touch", (_codes, _from, length, weights) => {
    weights.fill(0, 0, length);
    weights[0] = 1;
  });

/** All credit to the last touch. */
export const lastTouch = (paths: PathCounts): Estimated<Attribution> =>
  attributeByRule(paths, "last-touch", (_codes, _from, length, weights) => {
    weights.fill(0, 0, length);
    weights[length - 1] = 1;
  });

/**
 * All credit to the last touch that is not direct traffic; to the last touch when all are direct.
 * @param direct names that count as direct traffic
 */
export function lastNonDirectTouch(paths: PathCounts, direct: readonly string[] = ["direct"]): Estimated<Attribution> {
  const isDirect = paths.channels.map((name) => direct.includes(name));
  return attributeByRule(paths, "last-non-direct", (codes, from, length, weights) => {
    weights.fill(0, 0, length);
    let j = length - 1;
    while (j >= 0 && isDirect[codes[from + j] ?? 0] === true) j -= 1;
    weights[j >= 0 ? j : length - 1] = 1;
  });
}
