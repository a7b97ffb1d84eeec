import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { projectProblems } from "./problems.ts";

export const PROJECT_STATUSES = [
  "draft",
  "in_review",
  "approved",
  "running",
  "paused",
  "closing",
  "closed",
  "cancelled",
] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

export const PROJECT_MOVES = [
  "submit",
  "withdraw",
  "approve",
  "return",
  "start",
  "pause",
  "resume",
  "begin_closing",
  "close",
  "reopen",
  "cancel",
] as const;
export type ProjectMove = (typeof PROJECT_MOVES)[number];

/** What the approval engine does, not a person on the project. */
const BY_APPROVAL: ReadonlySet<ProjectMove> = new Set(["approve", "return"]);

const TABLE: Readonly<Record<ProjectMove, { readonly from: readonly ProjectStatus[]; readonly to: ProjectStatus }>> = {
  submit: { from: ["draft"], to: "in_review" },
  withdraw: { from: ["in_review"], to: "draft" },
  approve: { from: ["in_review"], to: "approved" },
  return: { from: ["in_review"], to: "draft" },
  start: { from: ["approved"], to: "running" },
  pause: { from: ["running"], to: "paused" },
  resume: { from: ["paused"], to: "running" },
  begin_closing: { from: ["running"], to: "closing" },
  close: { from: ["running", "closing"], to: "closed" },
  reopen: { from: ["closing"], to: "running" },
  cancel: { from: ["draft", "approved", "running", "paused"], to: "cancelled" },
};

/** The status after a move, or a refusal that says from where the move is possible. */
export function moveProject(status: ProjectStatus, move: ProjectMove): Result<ProjectStatus, Problem> {
  const { from, to } = TABLE[move];
  if (from.includes(status)) return ok(to);
  return err(
    problem(
      projectProblems.wrongStatus,
      `A project that is ${status} cannot ${move.replace("_", " ")}; it would have to be ${from.join(" or ")}.`,
      { params: { status, move } },
    ),
  );
}

/** Moves a person may make from a status, for the buttons of the interface. */
export const movesFrom = (status: ProjectStatus): ProjectMove[] =>
  PROJECT_MOVES.filter((move) => !BY_APPROVAL.has(move) && TABLE[move].from.includes(status));

/** Work, money and material may change only while the project is alive. */
export const isOpen = (status: ProjectStatus): boolean => status !== "closed" && status !== "cancelled";
