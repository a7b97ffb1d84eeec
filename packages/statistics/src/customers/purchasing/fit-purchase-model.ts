import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, type Matrix, refuse, type Warning, warning } from "../../foundation/index.ts";
import { checkHistories, groupHistories, type PurchaseHistories } from "../histories/purchase-histories.ts";
import { betaGeometricLikelihood } from "./beta-geometric-likelihood.ts";
import { bgNbd, mbgNbd } from "./beta-geometric-models.ts";
import { type LikelihoodFunction, maximiseLikelihood, parameterInterval } from "./maximise-likelihood.ts";
import { paretoLikelihood } from "./pareto-likelihood.ts";
import { paretoNbd } from "./pareto-nbd-model.ts";
import type { PurchaseModel, PurchaseModelKind } from "./purchase-model.ts";

/** A buying model fitted by maximum likelihood. */
export interface FittedPurchaseModel extends PurchaseModel {
  /** Parameters with 95 % intervals (on the logarithmic scale, so positive), in the order of `parameterNames`. */
  readonly fit: Estimate<Readonly<Record<string, number>>>;
  readonly parameterNames: readonly string[];
  /** ln L of all customers. */
  readonly totalLogLikelihood: number;
  /** Covariance of the logarithms of the parameters, or null. */
  readonly logCovariance: Matrix | null;
}

const PARAMETERS: Readonly<Record<PurchaseModelKind, readonly [string, string, string, string]>> = {
  "bg-nbd": ["r", "alpha", "a", "b"],
  "mbg-nbd": ["r", "alpha", "a", "b"],
  "pareto-nbd": ["r", "alpha", "s", "beta"],
};

/** Start values with times scaled so that the oldest customer is 10 units old. */
const STARTS: Readonly<Record<"coin" | "pareto", readonly (readonly number[])[]>> = {
  coin: [
    [1, 1, 1, 1],
    [0.3, 1, 0.8, 2.5],
    [2, 3, 0.2, 2],
    [0.5, 3, 3, 8],
  ],
  pareto: [
    [1, 1, 1, 1],
    [0.5, 2, 0.6, 3],
    [2, 3, 0.3, 1],
    [0.5, 3, 2, 10],
  ],
};

/** The model of a kind with given parameters, in the order (r, α, a, b) or (r, α, s, β). */
export function purchaseModelOf(kind: PurchaseModelKind, values: ArrayLike<number>): PurchaseModel {
  const [r = 1, alpha = 1, third = 1, fourth = 1] = Array.from(values);
  switch (kind) {
    case "bg-nbd":
      return bgNbd({ r, alpha, a: third, b: fourth });
    case "mbg-nbd":
      return mbgNbd({ r, alpha, a: third, b: fourth });
    case "pareto-nbd":
      return paretoNbd({ r, alpha, s: third, beta: fourth });
  }
}

function likelihoodOf(kind: PurchaseModelKind, data: Required<PurchaseHistories>): LikelihoodFunction {
  switch (kind) {
    case "bg-nbd":
      return betaGeometricLikelihood(data, false);
    case "mbg-nbd":
      return betaGeometricLikelihood(data, true);
    case "pareto-nbd":
      return paretoLikelihood(data);
  }
}

/**
 * Fits a buying model. Refuses too few customers, customers without any repeat, and impossible rows; warns when a
 * parameter runs to the edge because the data do not determine it (for example nobody seems to leave).
 */
export function fitPurchaseModel(
  kind: PurchaseModelKind,
  histories: PurchaseHistories,
): Estimated<FittedPurchaseModel> {
  const checked = checkHistories(histories);
  if (!checked.ok) return checked;
  const longest = histories.age.reduce((a, b) => Math.max(a, b), 0);
  if (!(longest > 0)) return refuse("constantSeries", "all customers are of age 0: nothing can have happened yet");
  const unit = longest / 10;
  const data = inUnits(groupHistories(histories), unit);
  const n = data.weights.reduce((a, b) => a + b, 0);
  const part = data.repeats.length > 4000 ? thin(data, 1500) : null;
  const found = maximiseLikelihood({
    names: PARAMETERS[kind],
    full: likelihoodOf(kind, data),
    ...(part === null ? {} : { part: likelihoodOf(kind, part) }),
    starts: STARTS[kind === "pareto-nbd" ? "pareto" : "coin"].map((start) => start.map(Math.log)),
    n,
  });
  const logParameters = rescale(kind, found.logParameters, unit);
  const { estimate, interval } = parameterInterval(logParameters, found.covariance);
  const repeats = data.repeats.reduce((sum, x, i) => sum + x * (data.weights[i] ?? 0), 0);
  const name = (values: Float64Array) => Object.fromEntries(PARAMETERS[kind].map((key, i) => [key, values[i] ?? 0]));
  return ok({
    ...purchaseModelOf(kind, estimate),
    parameterNames: PARAMETERS[kind],
    totalLogLikelihood: found.logLikelihood - repeats * Math.log(unit),
    logCovariance: found.covariance,
    fit: {
      estimate: name(estimate),
      interval: interval === null ? null : [name(interval[0]), name(interval[1])],
      level: interval === null ? null : 0.95,
      method: `${kind}-maximum-likelihood`,
      n,
      warnings: [...found.warnings, ...sampleWarnings(n)],
    },
  });
}

const sampleWarnings = (n: number): Warning[] =>
  n >= 100 ? [] : [warning("customers/small-sample", `only ${n} customers: treat the model as a rough guide`, { n })];

/** Fits all three models and returns them best first by likelihood (all have four parameters). */
export function comparePurchaseModels(histories: PurchaseHistories): Estimated<readonly FittedPurchaseModel[]> {
  const fitted: FittedPurchaseModel[] = [];
  for (const kind of ["bg-nbd", "mbg-nbd", "pareto-nbd"] as const) {
    const model = fitPurchaseModel(kind, histories);
    if (!model.ok) return model;
    fitted.push(model.value);
  }
  return ok(fitted.toSorted((a, b) => b.totalLogLikelihood - a.totalLogLikelihood));
}

const inUnits = (data: Required<PurchaseHistories>, unit: number): Required<PurchaseHistories> => ({
  repeats: data.repeats,
  recency: data.recency.map((t) => t / unit),
  age: data.age.map((t) => t / unit),
  weights: data.weights,
});

/** Every k-th row, so that about `rows` remain. */
function thin(data: Required<PurchaseHistories>, rows: number): Required<PurchaseHistories> {
  const stride = Math.ceil(data.repeats.length / rows);
  const pick = (column: Float64Array): Float64Array => column.filter((_, i) => i % stride === 0);
  return {
    repeats: pick(data.repeats),
    recency: pick(data.recency),
    age: pick(data.age),
    weights: pick(data.weights),
  };
}

/** α and β are times: back to the caller's unit. */
const rescale = (kind: PurchaseModelKind, logParameters: Float64Array, unit: number): Float64Array =>
  logParameters.map((v, i) => (i === 1 || (i === 3 && kind === "pareto-nbd") ? v + Math.log(unit) : v));
