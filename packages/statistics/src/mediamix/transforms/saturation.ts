/** How the effect of more media flattens. All start at 0 and rise to 1. */
export type Saturation =
  /** x^slope / (x^slope + half^slope); concave for slope ≤ 1, S-shaped above. */
  | { readonly kind: "hill"; readonly half: number; readonly slope: number }
  /** (1 − e^−λx) / (1 + e^−λx); concave. */
  | { readonly kind: "logistic"; readonly rate: number }
  /** x / (x + half), the Hill curve of slope 1; concave. */
  | { readonly kind: "michaelis-menten"; readonly half: number };

export type SaturationKind = Saturation["kind"];

/** Saturated effect of x ≥ 0, in [0, 1). */
export function saturate(saturation: Saturation, x: number): number {
  if (!(x > 0)) return 0;
  switch (saturation.kind) {
    case "hill":
      return saturation.slope === 1 ? x / (x + saturation.half) : 1 / (1 + (saturation.half / x) ** saturation.slope);
    case "logistic":
      return Math.tanh((saturation.rate * x) / 2);
    case "michaelis-menten":
      return x / (x + saturation.half);
  }
}

/** Derivative of `saturate`. Infinite at 0 for Hill slopes below 1. */
export function saturationSlope(saturation: Saturation, x: number): number {
  const at = Math.max(0, x);
  switch (saturation.kind) {
    case "hill":
      return hillSlope(at, saturation.half, saturation.slope);
    case "logistic": {
      const tanh = Math.tanh((saturation.rate * at) / 2);
      return (saturation.rate / 2) * (1 - tanh * tanh);
    }
    case "michaelis-menten":
      return hillSlope(at, saturation.half, 1);
  }
}

/** αk^αx^(α−1)/(x^α + k^α)², written without large powers. */
function hillSlope(x: number, half: number, slope: number): number {
  if (x === 0) return slope > 1 ? 0 : slope === 1 ? 1 / half : Number.POSITIVE_INFINITY;
  const ratio = (half / x) ** slope;
  return Number.isFinite(ratio) ? ((slope / x) * ratio) / (1 + ratio) ** 2 : 0;
}

/** Whether returns fall from the first unit on. */
export const isConcave = (saturation: Saturation): boolean => saturation.kind !== "hill" || saturation.slope <= 1;
