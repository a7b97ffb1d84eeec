import { unwrap } from "@yutu/kernel";
import { beforeAll, describe, expect, it } from "vitest";
import { createRandom, drawNormal } from "../../foundation/index.ts";
import { adstockWeights, applyAdstock } from "../transforms/adstock.ts";
import { saturate } from "../transforms/saturation.ts";
import { BaselinePosterior } from "./baseline-posterior.ts";
import { splitRHat } from "./convergence.ts";
import { fitMediaMix, type MediaMixModel } from "./fit-media-mix.ts";
import type { LiftExperiment, MediaMixData } from "./media-data.ts";
import { planBudget } from "./plan-budget.ts";
import { predictMediaMix } from "./predict-media-mix.ts";
import { type MediaMixSummary, summariseMediaMix } from "./summarise-media-mix.ts";

const WEEKS = 156;
const TRUTH = [
  { name: "video", decay: 0.6, half: 0.8, roi: 2.5, cost: 0.02 },
  { name: "search", decay: 0.2, half: 1.5, roi: 1.2, cost: 0.5 },
  { name: "display", decay: 0.4, half: 1, roi: 0.3, cost: 0.01 },
] as const;

/** Weekly sales of 100,000 with season, a control and three channels of known effect. */
function simulate(seed: number, noise: number, experiments: readonly LiftExperiment[] = []) {
  const random = createRandom(seed);
  const series = (f: (t: number) => number) => Float64Array.from({ length: WEEKS }, (_, t) => f(t));
  const control = series(() => drawNormal(random));
  const outcome = series(
    (t) => 100_000 + 50 * t + 6000 * Math.sin((2 * Math.PI * t) / 52.18) + 2000 * (control[t] ?? 0),
  );
  const contributions: number[] = [];
  const channels = TRUTH.map(({ name, decay, half, roi, cost }) => {
    const burst = series(() => (random.uniform() < 0.45 ? 0 : 0.2 + 1.6 * random.uniform()));
    const spend = burst.map((b) => b * 8000);
    const exposure = spend.map((s) => s / cost);
    const active = exposure.filter((x) => x > 0);
    const unit = active.reduce((a, b) => a + b, 0) / active.length;
    const stock = applyAdstock(
      exposure.map((x) => x / unit),
      adstockWeights({ kind: "geometric", decay }, 8),
    );
    const pressure = stock.map((x) => saturate({ kind: "michaelis-menten", half }, x));
    const total = roi * spend.reduce((a, b) => a + b, 0);
    const height = total / pressure.reduce((a, b) => a + b, 0);
    pressure.forEach((p, t) => {
      outcome[t] = (outcome[t] ?? 0) + p * height;
    });
    contributions.push(total);
    return { name, exposure, spend };
  });
  outcome.forEach((v, t) => {
    outcome[t] = v + drawNormal(random, 0, noise);
  });
  const data: MediaMixData = {
    outcome,
    periodDays: 7,
    firstDay: 18_000,
    channels,
    controls: [{ name: "price", values: control }],
    experiments,
  };
  return { data, contributions };
}

const FAST = { warmUp: 400, draws: 200, thin: 2 };
const fit = (data: MediaMixData, seed = 1) => unwrap(fitMediaMix(data, { ...FAST, random: createRandom(seed) }));

describe("fitMediaMix on a market of known effects", () => {
  const { data, contributions } = simulate(5, 2500);
  let model: MediaMixModel;
  let summary: MediaMixSummary;
  beforeAll(() => {
    model = fit(data);
    summary = summariseMediaMix(model);
  });

  it("covers every channel's contribution and return, and ranks the returns", () => {
    summary.channels.forEach((channel, c) => {
      const [low = 0, high = 0] = channel.contribution.interval ?? [];
      expect(low).toBeLessThan(contributions[c] ?? 0);
      expect(high).toBeGreaterThan(contributions[c] ?? 0);
      const [roiLow = 0, roiHigh = 0] = channel.roi?.interval ?? [];
      expect(roiLow).toBeLessThan(TRUTH[c]?.roi ?? 0);
      expect(roiHigh).toBeGreaterThan(TRUTH[c]?.roi ?? 0);
    });
    const order = summary.channels.map((channel) => channel.roi?.estimate ?? 0);
    expect(order).toEqual(order.toSorted((a, b) => b - a));
    expect(summary.channels[0]?.roi?.estimate).toBeGreaterThan(1.8);
    expect(model.rHat).toBeLessThan(1.2);
  });

  it("never gives a negative effect, and marginal returns lie below average ones on concave curves", () => {
    for (const channel of summary.channels) {
      expect(channel.byPeriod.every((v) => v >= 0)).toBe(true);
      expect(channel.marginalRoi?.estimate ?? 0).toBeLessThan(channel.roi?.estimate ?? 0);
    }
  });

  it("accounts for the whole outcome: baseline and contributions add up", () => {
    const total = Float64Array.from(data.outcome).reduce((a, b) => a + b, 0);
    const parts = summary.channels.reduce(
      (sum, channel) => sum + channel.contribution.estimate,
      summary.baseline.estimate,
    );
    expect(parts / total).toBeCloseTo(1, 9);
    expect(summary.rSquared).toBeGreaterThan(0.85);
    expect(summary.wape).toBeLessThan(0.03);
  });

  it("gives the same answer for the same seed", () => {
    const again = summariseMediaMix(fit(data));
    expect(again.channels.map((channel) => channel.roi)).toEqual(summary.channels.map((channel) => channel.roi));
  });

  it("foretells: more exposure, more outcome; a plan without media falls to the baseline after the carry-over", () => {
    const future = (factor: number) => ({
      exposure: data.channels.map(({ exposure }) =>
        Array.from({ length: 20 }, () => factor * (exposure[WEEKS - 1] ?? 0)),
      ),
      controls: [Array.from({ length: 20 }, () => 0)],
    });
    const forecast = (factor: number) => unwrap(predictMediaMix(model, future(factor), createRandom(3)));
    const [none, some] = [forecast(0), forecast(1)];
    expect(some.mean.every((v, h) => v >= (none.mean[h] ?? 0))).toBe(true);
    expect(none.low.every((v, h) => v < (none.mean[h] ?? 0) && (none.high[h] ?? 0) > (none.mean[h] ?? 0))).toBe(true);
    const bad = predictMediaMix(model, { exposure: [[1]], controls: [] }, createRandom(3));
    expect(!bad.ok && bad.error.definition.code).toBe("statistics/length-mismatch");
  });

  it("plans the coming budget: all of it, within limits, better than today with high probability", () => {
    const today = data.channels.map(() => 13 * 400_000);
    const plan = unwrap(
      planBudget(model, {
        budgetMinor: today.reduce((a, b) => a + b, 0),
        horizon: 13,
        minorPerUnit: 100,
        channels: TRUTH.map(({ name }, i) => ({
          name,
          currentMinor: today[i] ?? 0,
          minimumMinor: (today[i] ?? 0) / 2,
          maximumMinor: (today[i] ?? 0) * 2,
        })),
      }),
    );
    const spends = plan.allocation.spends.map((spend) => spend.spendMinor);
    expect(spends.reduce((a, b) => a + b, 0)).toBe(today.reduce((a, b) => a + b, 0));
    expect(spends[0]).toBeGreaterThan(spends[2] ?? 0);
    expect(plan.gain?.estimate).toBeGreaterThan(0);
    expect(plan.allocation.totalResponse).toBeCloseTo(plan.response.estimate, -4);
    for (const curve of plan.curves) {
      expect(curve.mean[0]).toBe(0);
      expect(curve.high.every((v, k) => v >= (curve.low[k] ?? 0))).toBe(true);
    }
    const unknown = planBudget(model, {
      budgetMinor: 100,
      horizon: 4,
      minorPerUnit: 100,
      channels: [{ name: "radio", minimumMinor: 0, maximumMinor: 100 }],
    });
    expect(!unknown.ok && unknown.error.definition.code).toBe("statistics/out-of-range");
  });
});

describe("experiments", () => {
  it("pull a channel to what was measured and narrow its interval", () => {
    const { data, contributions } = simulate(8, 9000);
    const width = (summary: MediaMixSummary) => {
      const [low = 0, high = 0] = summary.channels[2]?.contribution.interval ?? [];
      return high - low;
    };
    const before = summariseMediaMix(fit(data));
    const measured = contributions[2] ?? 0;
    const test = {
      channel: "display",
      from: 0,
      to: WEEKS,
      incrementalOutcome: measured,
      standardError: 0.1 * measured,
    };
    const after = summariseMediaMix(fit({ ...data, experiments: [test] }));
    expect(width(after)).toBeLessThan(0.6 * width(before));
    expect(Math.abs((after.channels[2]?.contribution.estimate ?? 0) / measured - 1)).toBeLessThan(0.15);
  });
});

describe("every carry-over and saturation", () => {
  it.each([
    ["geometric", "hill-free"],
    ["delayed", "hill"],
    ["weibull-cdf", "logistic"],
    ["weibull-pdf", "hill"],
    ["binomial", "hill-free"],
  ] as const)("%s with %s gives finite draws and effects", (adstock, saturation) => {
    const { data } = simulate(3, 4000);
    const channels = data.channels.map((channel) => ({ ...channel, adstock, saturation }));
    const options = { warmUp: 100, draws: 30, thin: 1, random: createRandom(2) };
    const summary = summariseMediaMix(unwrap(fitMediaMix({ ...data, channels }, options)));
    for (const { contribution, roi, carryOver } of summary.channels) {
      expect([contribution.estimate, roi?.estimate, carryOver.estimate].every(Number.isFinite)).toBe(true);
      expect(contribution.estimate).toBeGreaterThan(0);
    }
  });
});

describe("BaselinePosterior", () => {
  it("is the likelihood of correlated errors with coefficients and noise integrated out", () => {
    const random = createRandom(9);
    const n = 12;
    const rows = Array.from({ length: n }, (_, t) => Float64Array.from([1, t / n, random.uniform()]));
    const sd = Float64Array.from([2, 1, 0.5]);
    const posterior = new BaselinePosterior(rows, sd);
    const series = [
      Float64Array.from({ length: n }, () => random.uniform()),
      Float64Array.from({ length: n }, (_, t) => t * 0.1),
    ];
    const difference = (rho: number): number => {
      posterior.setCorrelation(rho);
      const [a = 0, b = 0] = series.map((y) => posterior.logLikelihood(y));
      return a - b;
    };
    // Student-t form: −(1.5 + n/2) ln(0.05 + y′C⁻¹y/2) with C = AR(1) covariance + Z V Z′, by elimination.
    const direct = (rho: number): number => {
      const c = rows.map((row, i) =>
        rows.map((other, j) => {
          const prior = row.reduce((sum, z, k) => sum + z * (other[k] ?? 0) * ((sd[k] ?? 0) / 0.3) ** 2, 0);
          return prior + rho ** Math.abs(i - j) / (1 - rho * rho);
        }),
      );
      const form = (y: Float64Array): number => quadraticForm(c, y);
      const [a = 0, b = 0] = series.map((y) => -(1.5 + n / 2) * Math.log(0.05 + form(y) / 2));
      return a - b;
    };
    for (const rho of [0, 0.4, -0.3, 0.9]) expect(difference(rho)).toBeCloseTo(direct(rho), 8);
  });
});

/** y′C⁻¹y by Gaussian elimination. */
function quadraticForm(c: readonly (readonly number[])[], y: Float64Array): number {
  const rows = c.map((row, i) => [...row, y[i] ?? 0]);
  let total = 0;
  for (let k = 0; k < rows.length; k++) {
    const pivotRow = rows[k] ?? [];
    const pivot = pivotRow[k] ?? 1;
    total += (pivotRow.at(-1) ?? 0) ** 2 / pivot;
    for (let i = k + 1; i < rows.length; i++) {
      const factor = (rows[i]?.[k] ?? 0) / pivot;
      rows[i] = (rows[i] ?? []).map((v, j) => v - factor * (pivotRow[j] ?? 0));
    }
  }
  return total;
}

describe("splitRHat", () => {
  it("is 1 for one distribution and large for two", () => {
    const random = createRandom(4);
    const chain = (shift: number) => Array.from({ length: 400 }, () => drawNormal(random, shift));
    expect(splitRHat([chain(0), chain(0)])).toBeLessThan(1.02);
    expect(splitRHat([chain(0), chain(3)])).toBeGreaterThan(1.5);
    expect(splitRHat([[1], [2]])).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("fitMediaMix refuses", () => {
  const { data } = simulate(1, 1000);
  const zero = new Float64Array(WEEKS);
  const [first] = data.channels;
  const cut = (n: number): MediaMixData => ({
    ...data,
    outcome: Array.from(data.outcome).slice(0, n),
    channels: data.channels.map((c) => ({ name: c.name, exposure: Array.from(c.exposure).slice(0, n) })),
    controls: [],
  });
  const withOutcome = (f: (v: number, t: number) => number): MediaMixData => ({
    ...data,
    outcome: Array.from(data.outcome, f),
  });
  it.each([
    ["no periods", cut(0), "statistics/empty-input"],
    ["few periods", cut(20), "statistics/too-few"],
    ["no channels", { ...data, channels: [] }, "statistics/empty-input"],
    ["a constant outcome", withOutcome(() => 5), "statistics/constant-series"],
    ["a NaN outcome", withOutcome((v, t) => (t === 7 ? Number.NaN : v)), "statistics/not-finite"],
    ["a channel never seen", { ...data, channels: [{ name: "tv", exposure: zero }] }, "statistics/all-zero"],
    [
      "negative exposure",
      { ...data, channels: [{ name: "tv", exposure: zero.map(() => -1) }] },
      "statistics/negative-count",
    ],
    [
      "series of other lengths",
      { ...data, channels: [{ name: "tv", exposure: [1, 2] }] },
      "statistics/length-mismatch",
    ],
    ["periods without length", { ...data, periodDays: 0 }, "statistics/out-of-range"],
    [
      "an experiment on an unknown channel",
      { ...data, experiments: [{ channel: "x", from: 0, to: 5, incrementalOutcome: 1, standardError: 1 }] },
      "statistics/out-of-range",
    ],
    [
      "an experiment without standard error",
      {
        ...data,
        experiments: [{ channel: first?.name ?? "", from: 0, to: 5, incrementalOutcome: 1, standardError: 0 }],
      },
      "statistics/out-of-range",
    ],
  ])("%s", (_, bad, code) => {
    const result = fitMediaMix(bad, { random: createRandom(1) });
    expect(!result.ok && result.error.definition.code).toBe(code);
  });
});
