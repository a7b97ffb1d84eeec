import type { ApprovalStep } from "../types.ts";

export interface ApprovalStage {
  readonly stage: number;
  readonly name: ApprovalStep["stageName"];
  readonly mode: ApprovalStep["mode"];
  readonly state: "waiting" | "active" | "approved" | "returned" | "skipped";
  readonly steps: readonly ApprovalStep[];
}

function stateOf(steps: readonly ApprovalStep[]): ApprovalStage["state"] {
  const states = new Set(steps.map((step) => step.state));
  if (states.has("returned")) return "returned";
  if (states.has("active")) return "active";
  if (states.has("approved")) return states.has("waiting") ? "active" : "approved";
  return states.has("waiting") ? "waiting" : "skipped";
}

/** The steps of an approval, stage by stage in order. */
export function stagesOf(steps: readonly ApprovalStep[]): ApprovalStage[] {
  const numbers = [...new Set(steps.map((step) => step.stage))].toSorted((a, b) => a - b);
  return numbers.flatMap((stage) => {
    const own = steps.filter((step) => step.stage === stage);
    const [first] = own;
    return first ? [{ stage, name: first.stageName, mode: first.mode, state: stateOf(own), steps: own }] : [];
  });
}
