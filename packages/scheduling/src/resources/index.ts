export { type AssignmentPlan, proposeAssignments } from "./assignment/assign.ts";
export * from "./assignment/model.ts";
export * from "./assignment/problems.ts";
export { levelPlan } from "./plan/level-plan.ts";
export { type ResourceLoad, resourceLoads } from "./plan/load.ts";
export * from "./plan/model.ts";
export * from "./problems.ts";
export { readPsplib } from "./psplib.ts";
export { createRandom, type Random } from "./random.ts";
export type { SlotDelay } from "./rcpsp/explain.ts";
export { type LevelOptions, levelSlots, type SlotLevelling, type SlotOverload } from "./rcpsp/level-slots.ts";
export type {
  SlotCalendar,
  SlotCandidate,
  SlotDemand,
  SlotLink,
  SlotLinkType,
  SlotNeed,
  SlotProject,
  SlotResource,
  SlotSchedule,
  SlotTask,
} from "./rcpsp/model.ts";
export { type ScheduleFault, verifySchedule } from "./rcpsp/verify.ts";
export { type ClosedFormRisk, closedFormRisk } from "./risk/closed-form.ts";
export { delayRisk, type RiskOptions } from "./risk/delay-risk.ts";
export { type DurationEstimate, momentsOf } from "./risk/estimate.ts";
export * from "./risk/model.ts";
