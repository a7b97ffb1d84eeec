import { defineProblem, err, type Problem, problem, type Result } from "@yutu/kernel";

/** Named refusals shared by all estimators. Estimators never return NaN: they refuse with one of these. */
export const STATISTICS_PROBLEMS = {
  emptyInput: defineProblem("statistics/empty-input", 422, "There is no data to estimate from"),
  tooFew: defineProblem("statistics/too-few", 422, "There are too few observations for this method"),
  constantSeries: defineProblem(
    "statistics/constant-series",
    422,
    "All values are equal, so the quantity is undefined",
  ),
  notFinite: defineProblem("statistics/not-finite", 422, "A value is not a finite number"),
  negativeCount: defineProblem("statistics/negative-count", 422, "A count is negative"),
  notWhole: defineProblem("statistics/not-whole", 422, "A count is not a whole number"),
  allZero: defineProblem("statistics/all-zero", 422, "All values are zero"),
  lengthMismatch: defineProblem("statistics/length-mismatch", 422, "Series that belong together differ in length"),
  outOfRange: defineProblem("statistics/out-of-range", 422, "A parameter is outside its allowed range"),
  oneGroup: defineProblem("statistics/one-group", 422, "A comparison needs at least two groups"),
  singular: defineProblem("statistics/singular", 422, "The equations have no unique solution"),
  notConverged: defineProblem("statistics/not-converged", 422, "The fit did not settle on a solution"),
  infeasible: defineProblem("statistics/infeasible", 422, "No solution satisfies all the limits"),
} as const;

export type StatisticsProblemCode = (typeof STATISTICS_PROBLEMS)[keyof typeof STATISTICS_PROBLEMS]["code"];

/** A refusal of an estimator. */
export type Refusal = Problem<StatisticsProblemCode>;

/** Result of an estimator: a value or a named refusal. */
export type Estimated<T> = Result<T, Refusal>;

/** Shorthand for `err(problem(STATISTICS_PROBLEMS[name], …))`. */
export const refuse = (
  name: keyof typeof STATISTICS_PROBLEMS,
  detail: string,
  params?: Problem["params"],
): Result<never, Refusal> =>
  err(problem<StatisticsProblemCode>(STATISTICS_PROBLEMS[name], detail, params === undefined ? {} : { params }));
