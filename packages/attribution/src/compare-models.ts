import { ok } from "@yutu/kernel";
import type { Estimated } from "@yutu/statistics";
import type { Attribution } from "./attribution.ts";
import type { JourneyTable } from "./journeys/journey-table.ts";
import { countJourneyPaths } from "./journeys/path-counts.ts";
import { markov } from "./markov/markov.ts";
import { linearTouch, type PositionShares, positionBased } from "./rules/shared-credit.ts";
import { firstTouch, lastNonDirectTouch, lastTouch } from "./rules/single-touch.ts";
import { timeDecay } from "./rules/time-decay.ts";
import { shapley } from "./shapley/shapley.ts";

/** All models by name. */
export const ATTRIBUTION_MODELS = [
  "first-touch",
  "last-touch",
  "last-non-direct",
  "linear",
  "position-based",
  "time-decay",
  "markov",
  "shapley",
] as const;
export type AttributionModel = (typeof ATTRIBUTION_MODELS)[number];

/** Parameters of the models that have any. */
export interface ModelOptions {
  readonly direct?: readonly string[];
  readonly positionShares?: PositionShares;
  readonly halfLifeMs?: number;
  readonly markovOrder?: number;
}

/** Runs the named models on the same journeys; the first refusal ends the comparison. */
export function compareModels(
  table: JourneyTable,
  models: readonly AttributionModel[] = ATTRIBUTION_MODELS,
  options: ModelOptions = {},
): Estimated<ReadonlyMap<AttributionModel, Attribution>> {
  const counted = countJourneyPaths(table);
  if (!counted.ok) return counted;
  const paths = counted.value;
  const run = (model: AttributionModel): Estimated<Attribution> => {
    switch (model) {
      case "first-touch":
        return firstTouch(paths);
      case "last-touch":
        return lastTouch(paths);
      case "last-non-direct":
        return lastNonDirectTouch(paths, options.direct);
      case "linear":
        return linearTouch(paths);
      case "position-based":
        return positionBased(paths, options.positionShares);
      case "time-decay":
        return timeDecay(table, options.halfLifeMs);
      case "markov":
        return markov(paths, options.markovOrder);
      case "shapley":
        return shapley(paths);
    }
  };
  const results = new Map<AttributionModel, Attribution>();
  for (const model of models) {
    const result = run(model);
    if (!result.ok) return result;
    results.set(model, result.value);
  }
  return ok(results);
}
