export type { AnomalyKind, Evidence } from "./evidence.ts";
export * from "./nab-score.ts";
export { ALARM_SURPRISE, type AnomalyReading, OnlineDetector, scoreOf } from "./online-detector.ts";
export type { DetectorOptions } from "./options.ts";
export { inferStepMs, naturalPeriods, slotOf } from "./sampling.ts";
