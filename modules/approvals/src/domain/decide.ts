import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { approvalProblems } from "./problems.ts";

export type StepState = "waiting" | "active" | "approved" | "returned" | "skipped";
export type ApprovalState = "pending" | "approved" | "returned" | "withdrawn";

export interface StepFacts {
  readonly id: string;
  readonly stage: number;
  readonly mode: "all" | "any" | "sequential";
  readonly position: number;
  readonly memberId: string;
  readonly state: StepState;
}

/** What changes: the state of steps by id, and of the approval as a whole. */
export interface Transition {
  readonly steps: ReadonlyMap<string, StepState>;
  readonly approval: ApprovalState;
}

const stagesOf = (steps: readonly StepFacts[]): number[] =>
  [...new Set(steps.map((s) => s.stage))].sort((a, b) => a - b);

/** Steps that become active when a stage begins: all of it, or the first person of a sequence. */
function opening(steps: readonly StepFacts[], stage: number): StepFacts[] {
  const own = steps.filter((s) => s.stage === stage).sort((a, b) => a.position - b.position);
  return own[0]?.mode === "sequential" ? own.slice(0, 1) : own;
}

/** The first transition: the first stage begins. */
export function begin(steps: readonly StepFacts[]): Transition {
  const first = stagesOf(steps)[0] ?? 0;
  return { steps: new Map(opening(steps, first).map((s) => [s.id, "active"])), approval: "pending" };
}

const skipRest = (steps: readonly StepFacts[], changed: Map<string, StepState>): void => {
  for (const step of steps) {
    if (!changed.has(step.id) && (step.state === "active" || step.state === "waiting")) changed.set(step.id, "skipped");
  }
};

/** After somebody of a stage approved: who is next, and whether the stage and the whole are done. */
function advance(steps: readonly StepFacts[], changed: Map<string, StepState>, step: StepFacts): ApprovalState {
  const own = steps.filter((s) => s.stage === step.stage).sort((a, b) => a.position - b.position);
  const stateOf = (s: StepFacts): StepState => changed.get(s.id) ?? s.state;
  if (step.mode === "any") skipRest(own, changed);
  if (step.mode === "sequential") {
    const next = own.find((s) => stateOf(s) === "waiting");
    if (next) {
      changed.set(next.id, "active");
      return "pending";
    }
  }
  if (own.some((s) => stateOf(s) === "active" || stateOf(s) === "waiting")) return "pending";
  const following = stagesOf(steps).find((stage) => stage > step.stage);
  if (following === undefined) return "approved";
  for (const s of opening(steps, following)) changed.set(s.id, "active");
  return "pending";
}

/** One person's answer. Returning ends the round at once; approving moves it on. */
export function decide(
  approval: { readonly state: ApprovalState; readonly steps: readonly StepFacts[] },
  memberId: string,
  decision: { readonly kind: "approve" | "return"; readonly comment: string },
): Result<Transition & { readonly stepId: string }, Problem> {
  if (approval.state !== "pending")
    return err(
      problem(approvalProblems.notPending, "Open it again to see how it ended.", { params: { state: approval.state } }),
    );
  const step = approval.steps.find((s) => s.memberId === memberId && s.state === "active");
  if (!step) return err(problem(approvalProblems.notYourTurn, "You are not among those who are asked at this stage."));
  if (decision.kind === "return" && decision.comment.trim() === "") {
    return err(
      problem(approvalProblems.reasonRequired, "Say what has to change.", {
        errors: [{ pointer: "/body/comment", code: "required", message: "required" }],
      }),
    );
  }
  const changed = new Map<string, StepState>([[step.id, decision.kind === "approve" ? "approved" : "returned"]]);
  if (decision.kind === "return") {
    skipRest(approval.steps, changed);
    return ok({ steps: changed, approval: "returned", stepId: step.id });
  }
  return ok({ approval: advance(approval.steps, changed, step), steps: changed, stepId: step.id });
}

/** The requester takes the request back. */
export function withdraw(approval: {
  readonly state: ApprovalState;
  readonly steps: readonly StepFacts[];
}): Result<Transition, Problem> {
  if (approval.state !== "pending")
    return err(
      problem(approvalProblems.notPending, "There is nothing to withdraw.", { params: { state: approval.state } }),
    );
  const changed = new Map<string, StepState>();
  skipRest(approval.steps, changed);
  return ok({ steps: changed, approval: "withdrawn" });
}
