import { defineProblem } from "@yutu/kernel";

export const insightProblems = {
  unknownMetric: defineProblem("insights/unknown-metric", 422, "There is no such metric in the catalogue"),
  unsplittable: defineProblem("insights/unsplittable", 422, "The metric cannot be split in this way"),
  badWindow: defineProblem("insights/bad-window", 422, "The window ends before it begins or is too long"),
  badTile: defineProblem("insights/bad-tile", 422, "A tile of the dashboard cannot be drawn"),
} as const;
