import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { Finding, FindingCode } from "./document.ts";
import { retrospectiveProblems } from "./problems.ts";

/** What is to be done with a learning: go on, leave off, or begin. */
export const LESSON_KINDS = ["keep", "stop", "start"] as const;
export type LessonKind = (typeof LESSON_KINDS)[number];

export const LESSON_STATUSES = ["proposed", "accepted", "rejected"] as const;
export type LessonStatus = (typeof LESSON_STATUSES)[number];

export const LESSON_DECISIONS = ["accept", "reject"] as const;
export type LessonDecision = (typeof LESSON_DECISIONS)[number];

/** Each proposal is decided once. */
export function decideLesson(status: LessonStatus, decision: LessonDecision): Result<LessonStatus, Problem> {
  if (status === "proposed") return ok(decision === "accept" ? "accepted" : "rejected");
  return err(problem(retrospectiveProblems.lessonDecided, `The lesson is ${status} already.`, { params: { status } }));
}

const LESSON_OF: Partial<Record<FindingCode, LessonKind>> = {
  line_over: "start",
  line_unused: "stop",
  kpi_missed: "start",
  slip_cause: "start",
  approval_wait: "start",
  rework: "stop",
  channel_best: "keep",
  channel_loss: "stop",
  asset_reworked: "start",
};

/** Findings from which something can be learned, with the kind of lesson; people put it into words and decide. */
export const lessonKindFor = (finding: Finding): LessonKind | undefined =>
  finding.code === "approval_wait" && finding.tone === "good" ? undefined : LESSON_OF[finding.code];
