export { allocateBudget } from "./budget/allocate-budget.ts";
export type { Allocation, AllocationRequest, BudgetChannel, ChannelSpend } from "./budget/allocation-problem.ts";
export * from "./budget/response-curve.ts";
export { worthwhileSpend } from "./budget/worthwhile-spend.ts";
export * from "./model/back-test-media-mix.ts";
export { channelEffect, fitMediaMix, type MediaMixModel, type MediaMixOptions } from "./model/fit-media-mix.ts";
export type {
  ChannelSaturation,
  LiftExperiment,
  MediaChannel,
  MediaEffectPrior,
  MediaMixData,
} from "./model/media-data.ts";
export * from "./model/plan-budget.ts";
export * from "./model/predict-media-mix.ts";
export type { PosteriorDraw } from "./model/sample-posterior.ts";
export * from "./model/summarise-media-mix.ts";
export * from "./transforms/adstock.ts";
export * from "./transforms/saturation.ts";
