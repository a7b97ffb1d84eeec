import { ok } from "@yutu/kernel";
import { type Estimated, refuse, type Warning, warning } from "../foundation/index.ts";
import type { Arm } from "./arm.ts";
import { type BayesianEffect, bayesianEffect, type EffectPrior } from "./bayesian-effect.ts";
import type { EffectScale } from "./effect.ts";
import { benjaminiHochberg, holm } from "./multiple-testing.ts";
import { checkGuardrail, type GuardrailEffect } from "./non-inferiority.ts";
import { checkSampleRatio, type SampleRatioCheck } from "./sample-ratio.ts";
import { type SequentialLook, type SequentialState, sequentialLook } from "./sequential.ts";
import { compareArms, type WelchEffect } from "./welch.ts";

/** A metric of the experiment, one arm per variation, control first. */
export interface ExperimentMetric {
  readonly key: string;
  readonly goal: "increase" | "decrease";
  readonly arms: readonly Arm[];
  /** Set for guardrails: the largest acceptable relative loss. */
  readonly guardrailMargin?: number;
  /** States of earlier looks, one per treatment, when the experiment is watched. */
  readonly earlierLooks?: readonly (SequentialState | null)[];
}

export interface ExperimentSettings {
  readonly scale?: EffectScale;
  readonly level?: number;
  readonly prior?: EffectPrior;
  /** N* of the always-valid test, default 5,000. */
  readonly tuning?: number;
  /** Adjustment over all goal metrics and treatments; default `holm`. */
  readonly correction?: "none" | "holm" | "benjamini-hochberg";
}

/** One treatment against control on one metric, read in three ways. */
export interface MetricResult {
  readonly metric: string;
  /** Index of the variation, from 1. */
  readonly variation: number;
  readonly frequentist: WelchEffect;
  /** p-value after the correction; guardrails are not corrected. */
  readonly adjustedPValue: number;
  readonly bayesian: BayesianEffect;
  readonly sequential: SequentialLook;
  readonly guardrail: GuardrailEffect | null;
}

/** The whole reading. */
export interface ExperimentAnalysis {
  readonly sampleRatio: SampleRatioCheck;
  readonly results: readonly MetricResult[];
  /** Metrics that could not be read, with the refusal's code. */
  readonly unread: readonly { readonly metric: string; readonly variation: number; readonly code: string }[];
  /** True when the split is broken: no result may be accepted. */
  readonly blocked: boolean;
  readonly warnings: readonly Warning[];
}

/** More than this relative effect is more often a bug than a success. */
const SUSPICIOUS_EFFECT = 0.5;

/**
 * Reads an experiment: split check first, then every metric and treatment by Welch's test, Bayes and the always-valid
 * test, with correction for multiple testing over the goal metrics.
 * @param units units per variation @param weights planned shares
 */
export function analyseExperiment(
  units: readonly number[],
  weights: readonly number[],
  metrics: readonly ExperimentMetric[],
  settings: ExperimentSettings = {},
): Estimated<ExperimentAnalysis> {
  if (units.length < 2) return refuse("oneGroup", "an experiment needs at least two arms");
  if (metrics.length === 0) return refuse("emptyInput", "there are no metrics to read");
  const odd = metrics.find((m) => m.arms.length !== units.length);
  if (odd)
    return refuse("lengthMismatch", `metric ${odd.key} has ${odd.arms.length} arms, the experiment ${units.length}`);
  const sampleRatio = checkSampleRatio(units, weights);
  if (!sampleRatio.ok) return sampleRatio;
  const read: Omit<MetricResult, "adjustedPValue">[] = [];
  const unread: { metric: string; variation: number; code: string }[] = [];
  for (const metric of metrics) {
    for (let variation = 1; variation < units.length; variation++) {
      const result = readMetric(metric, variation, settings);
      if (result.ok) read.push(result.value);
      else unread.push({ metric: metric.key, variation, code: result.error.definition.code });
    }
  }
  const adjusted = adjust(read, settings.correction ?? "holm");
  if (!adjusted.ok) return adjusted;
  return ok({
    sampleRatio: sampleRatio.value,
    results: adjusted.value,
    unread,
    blocked: sampleRatio.value.mismatch,
    warnings: [...sampleRatio.value.warnings, ...read.flatMap(suspicion)],
  });
}

function readMetric(
  metric: ExperimentMetric,
  variation: number,
  settings: ExperimentSettings,
): Estimated<Omit<MetricResult, "adjustedPValue">> {
  const { scale = "relative", level = 0.95, prior, tuning } = settings;
  const control = metric.arms[0];
  const treatment = metric.arms[variation];
  if (!control || !treatment) return refuse("oneGroup", "an arm is missing");
  const frequentist = compareArms(control, treatment, { scale, level });
  if (!frequentist.ok) return frequentist;
  const bayesian = bayesianEffect(control, treatment, { scale, level, goal: metric.goal, ...(prior ? { prior } : {}) });
  if (!bayesian.ok) return bayesian;
  const before = metric.earlierLooks?.[variation - 1] ?? null;
  const sequential = sequentialLook(control, treatment, before, { scale, level, ...(tuning ? { tuning } : {}) });
  if (!sequential.ok) return sequential;
  let guardrail: GuardrailEffect | null = null;
  if (metric.guardrailMargin !== undefined) {
    const checked = checkGuardrail(control, treatment, metric.guardrailMargin, metric.goal, { level });
    if (!checked.ok) return checked;
    guardrail = checked.value;
  }
  return ok({
    metric: metric.key,
    variation,
    frequentist: frequentist.value,
    bayesian: bayesian.value,
    sequential: sequential.value,
    guardrail,
  });
}

function adjust(
  read: readonly Omit<MetricResult, "adjustedPValue">[],
  correction: NonNullable<ExperimentSettings["correction"]>,
): Estimated<MetricResult[]> {
  const raw = read.map((r) => ({ ...r, adjustedPValue: r.frequentist.pValue }));
  const goals = raw.filter((r) => r.guardrail === null);
  if (correction === "none" || goals.length === 0) return ok(raw);
  const pValues = goals.map((r) => r.frequentist.pValue);
  const adjusted = correction === "holm" ? holm(pValues) : benjaminiHochberg(pValues);
  if (!adjusted.ok) return adjusted;
  return ok(
    raw.map((r) => (r.guardrail === null ? { ...r, adjustedPValue: adjusted.value[goals.indexOf(r)] ?? 1 } : r)),
  );
}

function suspicion(result: Omit<MetricResult, "adjustedPValue">): Warning[] {
  const { frequentist, metric, variation } = result;
  if (frequentist.scale !== "relative" || Math.abs(frequentist.estimate) <= SUSPICIOUS_EFFECT) return [];
  const detail = `${metric} changed by ${(frequentist.estimate * 100).toFixed(0)} %: check the tracking before believing it`;
  return [warning("experiments/suspicious-effect", detail, { metric, variation, effect: frequentist.estimate })];
}
