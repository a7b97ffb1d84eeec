import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../foundation/index.ts";

/** FNV-1a, 32 bits, over UTF-16 code units (as the JavaScript SDK does; equal to bytes for ASCII). */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** 1: biased, kept for old experiments. 2: hashed twice, even buckets. */
export type HashVersion = 1 | 2;

/** Place of a unit in [0, 1): thousandths for version 1, ten-thousandths for version 2. */
export function bucketOf(seed: string, value: string, version: HashVersion): number {
  if (version === 1) return (fnv1a32(value + seed) % 1000) / 1000;
  return (fnv1a32(String(fnv1a32(seed + value))) % 10_000) / 10_000;
}

/** Half-open range of buckets. */
export type BucketRange = readonly [from: number, to: number];

/** Reserves a part of all units, so that experiments in the same namespace with disjoint ranges never share a unit. */
export interface Namespace {
  readonly name: string;
  readonly range: BucketRange;
}

/** How units are spread over the variations. */
export interface AllocationPlan {
  /** Fixed at start; by default the key of the experiment. Changing it reshuffles everybody. */
  readonly seed: string;
  /** Default 2. */
  readonly hashVersion?: HashVersion;
  /** Planned shares, adding up to 1; the first is control. */
  readonly weights: readonly number[];
  /** Share of the units that takes part, 0 … 1; default 1. Raising it moves nobody who is already in. */
  readonly coverage?: number;
  readonly namespace?: Namespace;
}

/** Where a unit ends up. */
export interface Assignment {
  /** Index of the variation; null when the unit does not take part. */
  readonly variation: number | null;
  readonly bucket: number;
  readonly reason: "assigned" | "not-covered" | "outside-namespace";
}

/**
 * Ranges of the variations: range i starts at the sum of the weights before it and is coverage·weight wide.
 * @returns `statistics/one-group`, `statistics/not-finite`, `statistics/out-of-range` for plans that cannot be meant
 */
export function bucketRanges(weights: readonly number[], coverage = 1): Estimated<BucketRange[]> {
  if (weights.length < 2) return refuse("oneGroup", "an experiment needs at least two variations");
  if (![...weights, coverage].every(Number.isFinite)) return refuse("notFinite", "a weight is not a finite number");
  if (weights.some((w) => w < 0)) return refuse("outOfRange", "a weight is negative");
  if (coverage < 0 || coverage > 1) return refuse("outOfRange", "the coverage must lie in 0 … 1", { coverage });
  const total = weights.reduce((a, b) => b + a, 0);
  if (total < 0.99 || total > 1.01) return refuse("outOfRange", `the weights add up to ${total}, not to 1`, { total });
  let start = 0;
  return ok(
    weights.map((weight): BucketRange => {
      const from = start;
      start += weight;
      return [from, from + coverage * weight];
    }),
  );
}

const isWithin = (bucket: number, [from, to]: BucketRange): boolean => bucket >= from && bucket < to;

/**
 * Deterministic assignment of a unit: same plan and unit, same variation, on every machine. Agrees with the GrowthBook
 * SDK for hash versions 1 and 2.
 * @param unit id of the unit of randomisation (customer, visitor, store …)
 */
export function assignVariation(plan: AllocationPlan, unit: string): Estimated<Assignment> {
  const { seed, hashVersion = 2, weights, coverage, namespace } = plan;
  const ranges = bucketRanges(weights, coverage);
  if (!ranges.ok) return ranges;
  if (unit === "") return refuse("emptyInput", "a unit without id cannot be assigned");
  const bucket = bucketOf(seed, unit, hashVersion);
  if (namespace && !isWithin(bucketOf(`__${namespace.name}`, unit, 1), namespace.range)) {
    return ok({ variation: null, bucket, reason: "outside-namespace" });
  }
  const variation = ranges.value.findIndex((range) => isWithin(bucket, range));
  return ok(
    variation < 0 ? { variation: null, bucket, reason: "not-covered" } : { variation, bucket, reason: "assigned" },
  );
}
