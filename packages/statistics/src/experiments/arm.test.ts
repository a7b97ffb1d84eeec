import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { type Arm, meanArm, meanArmOf, proportionArm, ratioArm, ratioArmOf } from "./arm.ts";
import { covariateSums, cupedArms } from "./cuped.ts";
import { compareArms } from "./welch.ts";
import { winsorise } from "./winsorise.ts";

const DATA = new URL("../../../../../shared/data/bank-marketing/", import.meta.url);

interface Customer {
  readonly [column: string]: string;
}

function readCustomers(): Customer[] {
  const text = gunzipSync(readFileSync(new URL("bank-additional-full.csv.gz", DATA))).toString("utf8");
  const [header = "", ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(";").map((c) => c.replaceAll('"', ""));
  return lines.map((line) => {
    const cells = line.split(";");
    return Object.fromEntries(columns.map((c, i) => [c, (cells[i] ?? "").replaceAll('"', "")]));
  });
}

const customers = readCustomers();
const column = (rows: readonly Customer[], name: string): number[] => rows.map((r) => Number(r[name]));
const [homeless, housed] = (["no", "yes"] as const).map((value) => customers.filter((c) => c.housing === value));

describe("effects on the bank campaign, against SciPy on the raw rows", () => {
  it("age of subscribers: Welch's t, degrees of freedom, p-value and interval", () => {
    const [no, yes] = ["0", "1"].map((y) =>
      unwrap(
        meanArmOf(
          column(
            customers.filter((c) => c.y === y),
            "age",
          ),
        ),
      ),
    );
    const effect = unwrap(compareArms(no as Arm, yes as Arm));
    expect(effect.n).toBe(41_188);
    expect(effect.statistic).toBeCloseTo(4.779542781151716, 9);
    expect(effect.degreesOfFreedom).toBeCloseTo(5258.459470442658, 6);
    expect(effect.pValue / 1.8047932698425662e-6).toBeCloseTo(1, 8);
    expect(effect.interval?.[0]).toBeCloseTo(0.5909888738208717, 10);
    expect(effect.interval?.[1]).toBeCloseTo(1.4129336484738577, 10);
  });

  it("response rates by job add up to the file's facts", () => {
    const facts = JSON.parse(readFileSync(new URL("facts.json", DATA), "utf8")) as {
      by_job: Record<string, { n: number; yes: number; rate: number }>;
    };
    for (const [job, { n, yes, rate }] of Object.entries(facts.by_job)) {
      const rows = customers.filter((c) => c.job === job);
      const arm = unwrap(proportionArm({ n: rows.length, successes: rows.filter((c) => c.y === "1").length }));
      expect([arm.n, arm.successes]).toEqual([n, yes]);
      expect(arm.mean).toBeCloseTo(rate, 6);
    }
  });

  it("contacts per earlier contact: ratio and its delta-method variance", () => {
    const arm = (rows: readonly Customer[]) =>
      unwrap(
        ratioArmOf(
          column(rows, "campaign"),
          column(rows, "previous").map((p) => p + 1),
        ),
      );
    const [a, b] = [arm(homeless ?? []), arm(housed ?? [])];
    expect([a.n, b.n]).toEqual([18_622, 21_576]);
    expect(a.mean).toBeCloseTo(2.2400221985848403, 12);
    expect(b.mean).toBeCloseTo(2.1470058002821757, 12);
    // variance of (y − R·x)/x̄ computed per row with NumPy
    expect(a.variance).toBeCloseTo(7.03383543916869, 9);
    expect(b.variance).toBeCloseTo(6.52291649979357, 9);
  });

  it("CUPED with earlier contacts as covariate equals a test on the adjusted values", () => {
    const sums = (rows: readonly Customer[]) =>
      unwrap(covariateSums(column(rows, "campaign"), column(rows, "previous")));
    const adjusted = unwrap(cupedArms([sums(homeless ?? []), sums(housed ?? [])]));
    expect(adjusted.estimate).toBeCloseTo(-0.44439410324109563, 11);
    const effect = unwrap(compareArms(adjusted.arms[0] as Arm, adjusted.arms[1] as Arm));
    expect(effect.statistic).toBeCloseTo(-1.897023649750217, 8);
    expect(effect.degreesOfFreedom).toBeCloseTo(39_034.74184674425, 3);
    expect(effect.pValue).toBeCloseTo(0.057832190648313714, 9);
    expect(effect.interval?.[0]).toBeCloseTo(-0.10654648890218205, 9);
    expect(adjusted.varianceReduction).toBeGreaterThan(0);
  });
});

describe("arms", () => {
  it("sums and values give the same arm", () => {
    const values = [3, 0, 0, 12.5, 7, 0];
    const fromSums = unwrap(meanArm({ n: 6, sum: 22.5, sumSquares: 9 + 156.25 + 49 }));
    expect(fromSums.mean).toBeCloseTo(unwrap(meanArmOf(values)).mean, 12);
    expect(fromSums.variance).toBeCloseTo(unwrap(meanArmOf(values)).variance, 12);
  });

  it("a ratio with denominator one is a mean", () => {
    const values = [3, 0, 0, 12.5, 7, 0];
    const ratio = unwrap(ratioArmOf(values, [1, 1, 1, 1, 1, 1]));
    const plain = unwrap(meanArmOf(values));
    expect(ratio.mean).toBeCloseTo(plain.mean, 12);
    expect(ratio.variance).toBeCloseTo(plain.variance, 12);
  });

  it("winsorising caps the largest orders of all arms alike and keeps zeros", () => {
    const arm = [0, ...Array.from({ length: 100 }, (_, i) => i + 1)];
    const result = unwrap(winsorise([arm, [0, 5000]], 0.99));
    // type-7 quantile .99 of 1 … 100 and 5000: rank 99 of 0 … 100
    expect(result.cap).toBe(100);
    expect(result.capped).toBe(1);
    expect(Array.from(result.arms[1] ?? [])).toEqual([0, 100]);
  });

  it.each([
    [proportionArm({ n: 0, successes: 0 }), "statistics/empty-input"],
    [proportionArm({ n: 10, successes: -1 }), "statistics/negative-count"],
    [proportionArm({ n: 10, successes: 11 }), "statistics/out-of-range"],
    [proportionArm({ n: Number.NaN, successes: 1 }), "statistics/not-finite"],
    [proportionArm({ n: 10, successes: 1.5 }), "statistics/not-whole"],
    [meanArm({ n: 1, sum: 1, sumSquares: 1 }), "statistics/too-few"],
    [meanArm({ n: 3, sum: 9, sumSquares: 1 }), "statistics/out-of-range"],
    [meanArm({ n: 3, sum: Number.NaN, sumSquares: 1 }), "statistics/not-finite"],
    [meanArmOf([]), "statistics/empty-input"],
    [meanArmOf([1, Number.NaN]), "statistics/not-finite"],
    [ratioArmOf([1, 2], [1]), "statistics/length-mismatch"],
    [ratioArmOf([1, 2], [0, 0]), "statistics/all-zero"],
    [
      ratioArm({ n: 2, numerator: 1, numeratorSquares: 1, denominator: 0, denominatorSquares: 0, products: 0 }),
      "statistics/all-zero",
    ],
    [cupedArms([]), "statistics/empty-input"],
    [cupedArms([{ n: 3, y: 6, yy: 14, x: 3, xx: 3, xy: 6 }]), "statistics/constant-series"],
    [cupedArms([{ n: 1, y: 6, yy: 14, x: 3, xx: 3, xy: 6 }]), "statistics/too-few"],
  ])("refuses bad input by name %#", (result, code) => {
    expect(result.ok ? "ok" : result.error.definition.code).toBe(code);
  });
});
