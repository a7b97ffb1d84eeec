import { describe, expect, it } from "vitest";
import { median, reviewApprovals } from "./approval-review.ts";

const approval = (approvalId: string, subject: [string, string], state: string, waitingHours: number | null) => ({
  approvalId,
  subjectType: subject[0],
  subjectId: subject[1],
  title: approvalId,
  state,
  waitingHours,
});

describe("approval review", () => {
  it("gives waiting times by kind, and how often the same thing was sent", () => {
    const claim = (id: string): [string, string] => ["budgets.claim", id];
    const review = reviewApprovals([
      approval("a1", ["projects.project", "p"], "returned", 10),
      approval("a2", ["projects.project", "p"], "approved", 30),
      approval("a3", claim("c1"), "approved", 2),
      approval("a4", claim("c2"), "approved", 5),
      approval("a5", claim("c3"), "withdrawn", null),
    ]);
    expect(review.entries.map((e) => e.rounds)).toEqual([2, 2, 1, 1, 1]);
    expect(review.bySubject).toEqual([
      { subjectType: "projects.project", subjects: 1, approvals: 2, returned: 1, medianHours: 20, longestHours: 30 },
      { subjectType: "budgets.claim", subjects: 3, approvals: 3, returned: 0, medianHours: 3.5, longestHours: 5 },
    ]);
    expect([review.medianHours, review.longestHours, review.reworked]).toEqual([7.5, 30, 1]);
  });
  it("of none says nothing", () => {
    expect(reviewApprovals([])).toMatchObject({ medianHours: null, longestHours: null, reworked: 0, bySubject: [] });
    expect([median([3]), median([1, 9]), median([])]).toEqual([3, 5, null]);
  });
});
