import { describe, expect, it } from "vitest";
import { add, noTests, playwrightTotals, totalsOf, vitestTotals } from "./totals.mjs";

describe("totals", () => {
  it("reads Vitest's report and counts a file that could not be loaded", () => {
    const testResults = [
      { status: "passed", assertionResults: [{}, {}] },
      { status: "failed", assertionResults: [] },
    ];
    const report = { numPassedTests: 2, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0, testResults };
    expect(vitestTotals(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });
  it("reads Playwright's report and counts a run that never reached a test", () => {
    const stats = { expected: 5, unexpected: 1, flaky: 2, skipped: 0 };
    expect(playwrightTotals({ stats, errors: [] })).toEqual({ passed: 7, failed: 1, skipped: 0 });
    const nothing = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
    expect(playwrightTotals({ stats: nothing, errors: [{}] })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it("adds, and takes a missing report for no tests", () => {
    expect(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 })).toEqual({
      passed: 11,
      failed: 22,
      skipped: 33,
    });
    expect(totalsOf("/nowhere/report.json", vitestTotals)).toEqual(noTests);
  });
});
