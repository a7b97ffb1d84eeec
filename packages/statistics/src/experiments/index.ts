export * from "./analyse-experiment.ts";
export * from "./arm.ts";
export * from "./assignment.ts";
export * from "./bayesian-effect.ts";
export {
  type BetaBinomialOptions,
  type BetaParameters,
  chanceOfGreater,
  compareRatesBayesian,
} from "./beta-binomial.ts";
export { compareEventQuantiles, type UnitEvents } from "./clustered-quantile.ts";
export * from "./cuped.ts";
export * from "./duration.ts";
export * from "./effect.ts";
export * from "./multiple-testing.ts";
export * from "./non-inferiority.ts";
export { minimumDetectableEffect, power, type SampleSize, sampleSize } from "./power.ts";
export type { Baseline, Design, TargetEffect } from "./power-design.ts";
export * from "./proportion-interval.ts";
export * from "./quantile-effect.ts";
export * from "./sample-ratio.ts";
export * from "./sequential.ts";
export * from "./welch.ts";
export * from "./winsorise.ts";
