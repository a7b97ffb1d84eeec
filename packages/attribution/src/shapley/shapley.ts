import type { Estimated } from "@yutu/statistics";
import type { Attribution } from "../attribution.ts";
import type { PathCounts } from "../journeys/path-counts.ts";
import { attributeByRule, type TouchWeights } from "../rules/path-rule.ts";

/**
 * Weights that give each distinct channel of a path 1/m (m distinct channels), at its first occurrence.
 * A mark per channel remembers the path that saw it last, so no set has to be built.
 */
function distinctShares(channelCount: number): TouchWeights {
  const seenIn = new Uint32Array(channelCount);
  let path = 0;
  return (codes, from, length, weights) => {
    path += 1;
    let distinct = 0;
    for (let j = 0; j < length; j++) {
      const code = codes[from + j] ?? 0;
      const isNew = seenIn[code] !== path;
      weights[j] = isNew ? 1 : 0;
      if (isNew) distinct += 1;
      seenIn[code] = path;
    }
    for (let j = 0; j < length; j++) weights[j] = (weights[j] ?? 0) / distinct;
  };
}

/**
 * Shapley value of the channels when a coalition S is worth the conversions of the journeys that touched no channel
 * outside S. Its dividend form is φᵢ = Σ_{R∋i} conv(R)/|R| over the channel sets R: linear in the paths and exact.
 * Source: Zhao, Mahboobi, Bagheri 2018, "Shapley value methods for attribution modeling in online advertising".
 */
export const shapley = (paths: PathCounts): Estimated<Attribution> =>
  attributeByRule(paths, "shapley", distinctShares(paths.channels.length));
