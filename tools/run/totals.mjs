import { existsSync, readFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Totals */

/** @type {Totals} */
export const noTests = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {Totals} a
 * @param {Totals} b
 * @returns {Totals}
 */
export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/**
 * Totals of Vitest's JSON report. A file that could not be loaded has no tests and counts as one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *           testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Totals}
 */
export function vitestTotals(report) {
  const unloadable = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Totals of Playwright's JSON report. A test that passed only when repeated passed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Totals}
 */
export function playwrightTotals(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected === 0 && report.errors.length > 0 ? report.errors.length : unexpected;
  return { passed: expected + flaky, failed, skipped };
}

/**
 * @template R
 * @param {string} file
 * @param {(report: R) => Totals} read
 * @returns {Totals} nothing when the runner died before it wrote its report
 */
export function totalsOf(file, read) {
  return existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : noTests;
}
