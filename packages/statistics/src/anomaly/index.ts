export * from "./detect-batch.ts";
export type { AnomalyKind, Evidence } from "./evidence.ts";
export type { Incident, JudgedSlot } from "./incidents.ts";
export * from "./nab-score.ts";
export { ALARM_SURPRISE, type AnomalyReading, OnlineDetector, scoreOf } from "./online-detector.ts";
export type { DetectorOptions } from "./options.ts";
export * from "./replay-detector.ts";
export { inferStepMs, naturalPeriods, slotOf } from "./sampling.ts";
export { findTrendChanges, type TrendChange } from "./trend-changes.ts";
