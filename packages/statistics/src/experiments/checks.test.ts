import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, drawBinomial } from "../foundation/index.ts";
import { benjaminiHochberg, holm } from "./multiple-testing.ts";
import { checkSampleRatio } from "./sample-ratio.ts";

const codeOf = (r: { ok: true } | { ok: false; error: { definition: { code: string } } }): string =>
  r.ok ? "ok" : r.error.definition.code;

describe("sample ratio mismatch", () => {
  it("finds the published case of 821,588 against 815,482 (Fabijan et al. 2019)", () => {
    const check = unwrap(checkSampleRatio([821_588, 815_482], [0.5, 0.5]));
    expect(check.statistic).toBeCloseTo(22.77436884189436, 9);
    expect(check.estimate / 1.8217928726191858e-6).toBeCloseTo(1, 8);
    expect(check.mismatch).toBe(true);
  });

  it("leaves arms of weight zero out of the degrees of freedom", () => {
    const check = unwrap(checkSampleRatio([100, 130, 0, 70], [1, 1, 0, 1]));
    expect(check.degreesOfFreedom).toBe(2);
    // SciPy: chisquare([100, 130, 70])
    expect(check.estimate).toBeCloseTo(0.00012340980408667962, 12);
    expect(check.mismatch).toBe(true);
  });

  it("takes units in a closed arm for a mismatch by themselves", () => {
    const check = unwrap(checkSampleRatio([1000, 1000, 3], [0.5, 0.5, 0]));
    expect(check.mismatch).toBe(true);
    expect(check.warnings.map((w) => w.code)).toEqual(["experiments/units-in-closed-arm"]);
  });

  it("raises few false alarms and does not depend on the order of arms", () => {
    const random = createRandom("ratio");
    let alarms = 0;
    for (let i = 0; i < 2000; i++) {
      const a = drawBinomial(random, 1000, 0.2);
      const check = unwrap(checkSampleRatio([a, 1000 - a], [0.2, 0.8]));
      if (check.mismatch) alarms += 1;
      expect(unwrap(checkSampleRatio([1000 - a, a], [0.8, 0.2])).estimate).toBeCloseTo(check.estimate, 12);
    }
    expect(alarms).toBeLessThanOrEqual(9);
  });

  it.each([
    [checkSampleRatio([10], [1]), "statistics/one-group"],
    [checkSampleRatio([10, 10], [1, 0]), "statistics/one-group"],
    [checkSampleRatio([0, 0], [1, 1]), "statistics/all-zero"],
    [checkSampleRatio([-1, 5], [1, 1]), "statistics/negative-count"],
    [checkSampleRatio([1, 5], [1, Number.NaN]), "statistics/not-finite"],
    [checkSampleRatio([1, 5], [1]), "statistics/length-mismatch"],
    [checkSampleRatio([], []), "statistics/empty-input"],
  ])("refuses by name %#", (result, code) => {
    expect(codeOf(result)).toBe(code);
  });
});

describe("several tests at once", () => {
  it("adjusts as R's p.adjust does", () => {
    const p = [0.04, 0.01, 0.05, 0.03, 0.02];
    const rounded = (values: readonly number[]) => values.map((v) => Number(v.toFixed(12)));
    expect(rounded(unwrap(holm(p)))).toEqual([0.09, 0.05, 0.09, 0.09, 0.08]);
    expect(rounded(unwrap(benjaminiHochberg(p)))).toEqual([0.05, 0.05, 0.05, 0.05, 0.05]);
  });

  it("rejects four hypotheses in the example of Benjamini and Hochberg (1995), Holm three", () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ];
    expect(unwrap(benjaminiHochberg(p)).filter((q) => q <= 0.05)).toHaveLength(4);
    expect(unwrap(holm(p)).filter((q) => q <= 0.05)).toHaveLength(3);
  });

  it("never lowers a p-value, keeps their order and follows a permutation", () => {
    const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 20 });
    for (const adjust of [holm, benjaminiHochberg]) {
      fc.assert(
        fc.property(pValues, (p) => {
          const q = unwrap(adjust(p));
          expect(q.every((v, i) => v >= (p[i] ?? 0) - 1e-15 && v <= 1)).toBe(true);
          for (let i = 0; i < p.length; i++) {
            for (let j = 0; j < p.length; j++)
              if ((p[i] ?? 0) < (p[j] ?? 0)) expect((q[i] ?? 0) <= (q[j] ?? 0)).toBe(true);
          }
          expect(unwrap(adjust([...p].reverse())).reverse()).toEqual(q);
        }),
        { numRuns: 50 },
      );
    }
  });

  it("refuses what is no p-value", () => {
    expect([codeOf(holm([])), codeOf(holm([Number.NaN])), codeOf(benjaminiHochberg([1.2]))]).toEqual([
      "statistics/empty-input",
      "statistics/not-finite",
      "statistics/out-of-range",
    ]);
  });
});
