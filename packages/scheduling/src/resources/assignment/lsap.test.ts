import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AssignmentSolver } from "./lsap.ts";

const total = (cost: readonly number[][], columnOf: ArrayLike<number>): number =>
  cost.reduce((sum, row, index) => sum + (row[columnOf[index] ?? -1] ?? Number.POSITIVE_INFINITY), 0);

function bruteForce(cost: readonly number[][], row = 0, taken = 0): number {
  if (row === cost.length) return 0;
  return (cost[row] ?? []).reduce(
    (best, price, column) =>
      (taken & (1 << column)) !== 0 ? best : Math.min(best, price + bruteForce(cost, row + 1, taken | (1 << column))),
    Number.POSITIVE_INFINITY,
  );
}

const solverOf = (cost: readonly number[][]): AssignmentSolver =>
  new AssignmentSolver(cost.length, cost[0]?.length ?? 0, Float64Array.from(cost.flat()));

const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, extra]) =>
  fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: rows + extra, maxLength: rows + extra }), {
    minLength: rows,
    maxLength: rows,
  }),
);

describe("AssignmentSolver", () => {
  it("solves Munkres' example", () => {
    const cost = [
      [7, 53, 183, 439, 863],
      [497, 383, 563, 79, 973],
      [287, 63, 343, 169, 583],
      [627, 343, 773, 959, 943],
      [767, 473, 103, 699, 303],
    ];
    const solver = solverOf(cost);
    expect(solver.solve()).toBe(true);
    expect(total(cost, solver.columnOf)).toBe(bruteForce(cost));
  });

  it("finds the least total of any matrix", () => {
    fc.assert(
      fc.property(matrix, (cost) => {
        const solver = solverOf(cost);
        expect(solver.solve()).toBe(true);
        expect(new Set(solver.columnOf).size).toBe(cost.length);
        expect(total(cost, solver.columnOf)).toBe(bruteForce(cost));
      }),
      { numRuns: 300 },
    );
  });

  it("stays optimal when pairs are forbidden one after the other", () => {
    fc.assert(
      fc.property(matrix, fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { maxLength: 6 }), (cost, pairs) => {
        const solver = solverOf(cost);
        solver.solve();
        const left = cost.map((row) => [...row]);
        for (const [r, c] of pairs) {
          const row = r % cost.length;
          const column = c % (cost[0]?.length ?? 1);
          const prices = left[row];
          if (prices !== undefined) prices[column] = Number.POSITIVE_INFINITY;
          solver.forbid(row, column);
          const complete = solver.solve();
          const best = bruteForce(left);
          expect(complete).toBe(Number.isFinite(best));
          if (!complete) return;
          expect(total(left, solver.columnOf)).toBeCloseTo(best, 9);
        }
      }),
      { numRuns: 300 },
    );
  });
});
