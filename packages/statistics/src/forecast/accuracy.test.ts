import { describe, expect, it } from "vitest";
import { intervalCoverage, mase, naiveScale, smape } from "./accuracy.ts";

describe("accuracy", () => {
  it("computes sMAPE as the M4 competition does", () => {
    expect(smape([100, 50], [110, 50])).toBeCloseTo((200 * 10) / 210 / 2, 12);
    expect(smape([0, 10], [0, 0])).toBeCloseTo(100, 12);
  });

  it("scales by the seasonal naive error within the history", () => {
    const history = [10, 20, 12, 24, 13, 21];
    expect(naiveScale(history, 2)).toBeCloseTo((2 + 4 + 1 + 3) / 4, 12);
    expect(mase([14, 20], [15, 22], history, 2)).toBeCloseTo(1.5 / 2.5, 12);
    expect(mase([1], [2], [5, 5, 5], 1)).toBeNull();
  });

  it("counts values inside their interval, ends included", () => {
    expect(intervalCoverage([1, 5, 9, 4], [1, 6, 0, 3], [2, 8, 8, 4])).toBe(0.5);
  });
});
