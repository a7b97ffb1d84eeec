export { captureBaseline } from "./capture.ts";
export { type BaselineComparison, compareBaselines, type TaskVariance } from "./compare.ts";
export {
  type EarnedValue,
  type EarnedValueFault,
  type EarnedValueReport,
  type EarnedValueTask,
  type EarningRule,
  type EstimateMethod,
  earnedValue,
  plannedValueCurve,
} from "./earned-value.ts";
export type { Baseline, BaselineTask } from "./model.ts";
