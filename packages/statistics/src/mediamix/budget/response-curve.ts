import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../../foundation/index.ts";
import { isConcave, type Saturation, saturate, saturationSlope } from "../transforms/saturation.ts";

/** What a channel brings for its spend: never falling, finite at 0. Spend in minor units, response in any unit. */
export interface ResponseCurve {
  /** Returns fall from the first unit on, so equal marginal returns are optimal. */
  readonly concave: boolean;
  response(spendMinor: number): number;
  /** Response of the next unit of spend. */
  slope(spendMinor: number): number;
}

/**
 * Response `top`·saturation(spend): the steady-state curve of a media mix model.
 * @param top response approached with unlimited spend
 * @param saturation with half or rate in minor units of spend
 */
export const saturationCurve = (top: number, saturation: Saturation): ResponseCurve => ({
  concave: isConcave(saturation),
  response: (spend) => top * saturate(saturation, spend),
  slope: (spend) => (top === 0 ? 0 : top * saturationSlope(saturation, spend)),
});

/**
 * Straight lines between measured points; flat after the last. Refuses points that are not ascending in spend or whose
 * response falls.
 */
export function tabulatedCurve(spends: ArrayLike<number>, responses: ArrayLike<number>): Estimated<ResponseCurve> {
  const x = Float64Array.from(spends);
  const y = Float64Array.from(responses);
  if (x.length === 0) return refuse("emptyInput", "the curve has no points");
  if (x.length !== y.length) return refuse("lengthMismatch", "spends and responses differ in length");
  if (x.length < 2) return refuse("tooFew", "a curve needs two points");
  if (!x.every(Number.isFinite) || !y.every(Number.isFinite)) return refuse("notFinite", "a point is not finite");
  for (let i = 1; i < x.length; i++) {
    if ((x[i] ?? 0) <= (x[i - 1] ?? 0)) return refuse("outOfRange", "spends must ascend", { position: i });
    if ((y[i] ?? 0) < (y[i - 1] ?? 0)) return refuse("outOfRange", "the response must not fall", { position: i });
  }
  const slopes = Float64Array.from({ length: x.length - 1 }, (_, i) => {
    return ((y[i + 1] ?? 0) - (y[i] ?? 0)) / ((x[i + 1] ?? 0) - (x[i] ?? 0));
  });
  const cell = (spend: number): number => {
    let [low, high] = [0, x.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((x[middle] ?? 0) <= spend) low = middle;
      else high = middle;
    }
    return low;
  };
  return ok({
    concave: slopes.every((slope, i) => i === 0 || slope <= (slopes[i - 1] ?? 0) * (1 + 1e-9) + 1e-300),
    response: (spend) => {
      const clamped = Math.max(x[0] ?? 0, Math.min(x.at(-1) ?? 0, spend));
      const i = cell(clamped);
      return (y[i] ?? 0) + (slopes[i] ?? 0) * (clamped - (x[i] ?? 0));
    },
    slope: (spend) => (spend >= (x.at(-1) ?? 0) ? 0 : (slopes[cell(Math.max(spend, x[0] ?? 0))] ?? 0)),
  });
}
