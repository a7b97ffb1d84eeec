import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { createRandom } from "../../foundation/index.ts";
import { everyTwoFields } from "./blocking.ts";
import { dateScale, editScale, exactScale, type LevelScale, nameScale, numberScale } from "./comparison.ts";
import { linkRecords } from "./link-records.ts";
import { pairwiseQuality } from "./pairwise-quality.ts";

type Row = Readonly<Record<string, string>>;
const field = (name: string, scale: LevelScale, termFrequency = false) => ({
  name,
  scale,
  termFrequency,
  value: (row: Row) => row[name] || null,
});
const FIELDS = [
  field("given_name", nameScale(), true),
  field("surname", nameScale(), true),
  field("street_number", editScale([1])),
  field("address_1", nameScale(), true),
  field("address_2", nameScale(), true),
  field("suburb", nameScale(), true),
  field("postcode", editScale([1])),
  field("state", exactScale),
  field("date_of_birth", dateScale),
];

function readRows(file: string): Row[] {
  const path = resolve(import.meta.dirname, "../../../../../../shared/data/identity", file);
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/u);
  const names = head.split(",").map((name) => name.trim());
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell.trim()])));
}

function truthPairs(rows: readonly Row[], file: string): [number, number][] {
  const position = new Map(rows.map((row, i) => [row["rec_id"], i]));
  return readRows(file).map((row) => [position.get(row["rec_id_1"]) ?? -1, position.get(row["rec_id_2"]) ?? -1]);
}

const link = (rows: readonly Row[]) =>
  unwrap(linkRecords(rows, { fields: FIELDS, blocking: everyTwoFields(FIELDS), random: createRandom(7) }));

describe("linkRecords on FEBRL, without social security number and record id", () => {
  it.each([
    ["febrl_dataset1", 0.99],
    ["febrl_dataset2", 0.98],
  ])("%s reaches pairwise F1 of %s", (file, bar) => {
    const rows = readRows(`${file}.csv`);
    const linked = link(rows);
    const truth = truthPairs(rows, `${file}.truth.csv`);
    const quality = pairwiseQuality(linked.clusters, truth);
    expect(quality.f1).toBeGreaterThan(bar);
    expect(linked.model.converged).toBe(true);
    expect(Math.abs(linked.matches.estimate - truth.length)).toBeLessThan(0.01 * truth.length);
    expect(Math.abs(linked.expectedPrecision - quality.precision)).toBeLessThan(0.01);
  });

  it("explains a score that adds up to its probability", () => {
    const rows = readRows("febrl_dataset1.csv");
    const { pairs, scorer } = link(rows);
    for (const p of [0, 10, 500, 2000]) {
      const evidence = scorer.explain(pairs.left[p] ?? 0, pairs.right[p] ?? 0);
      const bits = evidence.reduce((total, part) => total + part.bits, scorer.priorBits);
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(pairs.probability[p] ?? -1, 10);
    }
  });
});

describe("linkRecords on small input", () => {
  const row = (name: string, city: string): Row => ({ name, city });
  const fields = [field("name", nameScale(), true), field("city", exactScale)];
  const options = { fields, blocking: everyTwoFields(fields), random: createRandom(1) };
  const codeOf = (rows: readonly Row[], more = {}): string => {
    const result = linkRecords(rows, { ...options, ...more });
    return result.ok ? "ok" : result.error.definition.code;
  };

  it("refuses by name", () => {
    expect(codeOf([])).toBe("matching/no-records");
    expect(codeOf([row("李雷", "北京")])).toBe("matching/no-records");
    expect(codeOf([row("李雷", "北京"), row("韩梅", "上海")])).toBe("matching/no-candidates");
    expect(codeOf([row("", ""), row("", "")])).toBe("matching/no-candidates");
    expect(codeOf([row("李雷", "北京"), row("李雷", "北京")], { fields: [] })).toBe("matching/no-fields");
    expect(codeOf([row("李雷", "北京"), row("李雷", "北京")], { threshold: Number.NaN })).toBe("matching/not-a-number");
  });

  it("gives finite numbers even when all records are equal", () => {
    const linked = unwrap(linkRecords([row("李雷", "北京"), row("李雷", "北京"), row("李雷", "北京")], options));
    expect(Number.isFinite(linked.matches.estimate)).toBe(true);
    expect(linked.pairs.probability.every((p) => p >= 0 && p <= 1)).toBe(true);
  });

  it("grades by scale", () => {
    expect(numberScale([0.01, 0.1]).levelOf("100", "95")).toBe(2);
    expect(editScale([1]).levelOf("2000", "2001")).toBe(1);
    expect(editScale([1]).levelOf("1", "2")).toBe(2);
    expect(nameScale().levelOf("martha", "marhta")).toBe(1);
  });
});
