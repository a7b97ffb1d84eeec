import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { analyseExperiment, type ExperimentMetric } from "./analyse-experiment.ts";
import { proportionArm } from "./arm.ts";

const rates = (...successes: number[]) => successes.map((s) => unwrap(proportionArm({ n: 10_000, successes: s })));
const metric = (key: string, successes: number[], extra: Partial<ExperimentMetric> = {}): ExperimentMetric => ({
  key,
  goal: "increase",
  arms: rates(...successes),
  ...extra,
});

describe("reading an experiment", () => {
  it("reads every metric and treatment three ways and corrects the goal metrics only", () => {
    const analysis = unwrap(
      analyseExperiment(
        [10_000, 10_000, 10_000],
        [1, 1, 1],
        [
          metric("orders", [1000, 1090, 1010]),
          metric("refunds", [200, 205, 300], { goal: "decrease", guardrailMargin: 0.25 }),
        ],
      ),
    );
    expect(analysis.results.map((r) => [r.metric, r.variation])).toEqual([
      ["orders", 1],
      ["orders", 2],
      ["refunds", 1],
      ["refunds", 2],
    ]);
    const [better, same, safe, harmed] = analysis.results;
    expect(better?.adjustedPValue).toBeCloseTo(Math.min(1, 2 * (better?.frequentist.pValue ?? 0)), 12);
    expect(better?.bayesian.chanceToWin).toBeGreaterThan(0.95);
    expect(same?.sequential.conclusive).toBe(false);
    expect(safe?.guardrail?.verdict).toBe("safe");
    expect(harmed?.guardrail?.verdict).toBe("harmed");
    expect(harmed?.adjustedPValue).toBe(harmed?.frequentist.pValue);
    expect(analysis.blocked).toBe(false);
  });

  it("is blocked by a broken split and reports what it could not read", () => {
    const analysis = unwrap(
      analyseExperiment([10_000, 9000], [1, 1], [metric("orders", [1000, 1700]), metric("none", [0, 0])]),
    );
    expect(analysis.blocked).toBe(true);
    expect(analysis.unread).toEqual([{ metric: "none", variation: 1, code: "statistics/all-zero" }]);
    expect(analysis.warnings.map((w) => w.code)).toEqual(["experiments/suspicious-effect"]);
  });

  it("refuses one arm, no metric and arms that do not fit", () => {
    const code = (units: number[], metrics: ExperimentMetric[]) => {
      const result = analyseExperiment(units, units, metrics);
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect([code([10], [metric("m", [5])]), code([10, 10], []), code([10, 10], [metric("m", [5])])]).toEqual([
      "statistics/one-group",
      "statistics/empty-input",
      "statistics/length-mismatch",
    ]);
  });
});
