import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../foundation/problems.ts";
import { naturalPeriods } from "./sampling.ts";

/** What a detector may be told; everything but the sampling has a default that fits it. */
export interface DetectorOptions {
  /** Usual distance between readings in milliseconds; one day when absent. Sets the other defaults. */
  readonly stepMs?: number;
  /** Candidate season lengths in slots; the one that predicts best is used, none if none helps. */
  readonly periods?: readonly number[];
  /** Values are counts of rare things: an alarm also needs to be improbable for a Poisson or negative binomial count. */
  readonly counts?: boolean;
  /** Noise and seasons grow with the level, as sales do; default true for daily and slower series other than counts. */
  readonly relative?: boolean;
  /** No alarm when the departure from the expectation is smaller than this share of it; default 0.02. */
  readonly minimumRelativeChange?: number;
  /** No alarm when the departure is smaller than this, in the metric's unit; default 0. */
  readonly minimumAbsoluteChange?: number;
  /** Slots after an alarm in which only stronger evidence alarms again. */
  readonly cooldownSlots?: number;
  /** Values seen before the first alarm. */
  readonly warmUp?: number;
  /** Lengths of the short windows watched for level and restlessness, in slots. */
  readonly windows?: readonly number[];
}

/** Options with every default settled. */
export interface DetectorSettings {
  readonly periods: readonly number[];
  readonly counts: boolean;
  readonly minimumRelativeChange: number;
  readonly minimumAbsoluteChange: number;
  readonly cooldownSlots: number;
  readonly warmUp: number;
  readonly windows: readonly number[];
  /** Values remembered per kind of evidence. */
  readonly memory: number;
  /** Tail scales beyond the known range that one value may teach. */
  readonly reach: number;
  /** Seasons are matched on value/level and residuals are log ratios, so that growth and level shifts carry over. */
  readonly relative: boolean;
  /** Readings in a row on one side of the expectation after which their level is the normal one; null: never. */
  readonly newNormal: number | null;
  /** Values in the running median. */
  readonly levelMemory: number;
  /** Seasons remembered per phase. */
  readonly cycles: number;
}

const DAY_MS = 86_400_000;

/** Fills defaults: many readings a day get hours-long windows, daily and slower series days-long ones. */
export function settle(options: DetectorOptions): Estimated<DetectorSettings> {
  const stepMs = options.stepMs ?? DAY_MS;
  if (!(stepMs > 0)) return refuse("outOfRange", `the step must be positive, it is ${stepMs}`, { name: "stepMs" });
  const fine = stepMs <= DAY_MS / 4;
  const settings: DetectorSettings = {
    periods: options.periods ?? naturalPeriods(stepMs),
    counts: options.counts ?? false,
    minimumRelativeChange: options.minimumRelativeChange ?? 0.02,
    minimumAbsoluteChange: options.minimumAbsoluteChange ?? 0,
    cooldownSlots: options.cooldownSlots ?? (fine ? 100 : 7),
    warmUp: options.warmUp ?? (fine ? 150 : 30),
    windows: options.windows ?? (fine ? [12, 48] : [3, 7]),
    memory: fine ? 8192 : 1024,
    reach: fine ? 10 : 1,
    relative: options.relative ?? (!fine && options.counts !== true),
    newNormal: fine ? null : 7,
    levelMemory: fine ? 600 : 28,
    cycles: 7,
  };
  const whole = [...settings.periods, ...settings.windows];
  if (whole.some((length) => !Number.isInteger(length) || length < 2)) {
    return refuse("outOfRange", "season lengths and windows are whole numbers of at least 2 slots");
  }
  const limits = [
    settings.minimumRelativeChange,
    settings.minimumAbsoluteChange,
    settings.cooldownSlots,
    settings.warmUp,
  ];
  if (limits.some((limit) => !(limit >= 0)))
    return refuse("outOfRange", "floors, cool-down and warm-up are not negative");
  return ok(settings);
}
