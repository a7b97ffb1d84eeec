import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { readPsplib } from "../psplib.ts";
import { levelSlots } from "./level-slots.ts";
import { verifySchedule } from "./verify.ts";

const folder = fileURLToPath(new URL("../../../../../../shared/data/scheduling/psplib-j30/", import.meta.url));

const instances = (): { name: string; text: string; optimum: number }[] => {
  const optimum = new Map(
    readFileSync(`${folder}expected.csv`, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.split(","))
      .map((cells) => [cells[1] ?? "", Number(cells[5])]),
  );
  return readdirSync(folder)
    .filter((name) => name.endsWith(".sm"))
    .map((name) => ({
      name,
      text: readFileSync(`${folder}${name}`, "utf8"),
      optimum: optimum.get(name.replace(".sm", "")) ?? 0,
    }));
};

/**
 * Relative distance to the known optimum of every instance; a schedule that breaks a rule fails at once. Once the optimum
 * is reached the rest of the budget cannot change the distance, so it is not spent.
 */
const gaps = (schedules: number): number[] =>
  instances().map(({ name, text, optimum }) => {
    const project = unwrap(readPsplib(text));
    const { schedule, lowerBoundSlots, schedulesUsed } = unwrap(
      levelSlots(project, { schedules, seed: 20260105, enoughSlots: optimum }),
    );
    expect(verifySchedule(project, schedule), name).toEqual([]);
    expect(schedulesUsed).toBeLessThanOrEqual(schedules);
    expect(lowerBoundSlots).toBeLessThanOrEqual(optimum);
    expect(schedule.makespanSlots).toBeGreaterThanOrEqual(optimum);
    return schedule.makespanSlots / optimum - 1;
  });

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

describe("PSPLIB j30: 60 projects with known optimum", () => {
  it("is within 1.5 % on average and 6 % at worst after 1,000 schedules", () => {
    const found = gaps(1000);
    expect(found).toHaveLength(60);
    expect(mean(found)).toBeLessThanOrEqual(0.015);
    expect(Math.max(...found)).toBeLessThanOrEqual(0.06);
  });

  it("is within 0.5 % on average and 6 % at worst after 50,000 schedules", { timeout: 120_000 }, () => {
    const found = gaps(50_000);
    expect(mean(found)).toBeLessThanOrEqual(0.005);
    expect(Math.max(...found)).toBeLessThanOrEqual(0.06);
  });
});
