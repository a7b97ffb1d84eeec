import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { z } from "zod";
import { approvalProblems } from "./problems.ts";

/** Who approves at a stage, described so that a template can say it without naming people. */
export const approverRuleSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("member"), memberId: z.string() }),
  z.object({ kind: z.literal("role"), role: z.string() }),
  /** Head of the requester's department. */
  z.object({ kind: z.literal("department_head") }),
  /** Manager of the project that the subject belongs to. */
  z.object({ kind: z.literal("project_manager") }),
]);
export type ApproverRule = z.infer<typeof approverRuleSchema>;

/**
 * One stage. `all`: everybody must approve, in any order; `any`: the first answer decides; `sequential`: one after
 * another. The stage takes part when the amount lies in [fromMinor, belowMinor); without a band it always does.
 */
export const stageSchema = z.object({
  name: z.object({ zh: z.string(), en: z.string() }),
  mode: z.enum(["all", "any", "sequential"]),
  approvers: z.array(approverRuleSchema).min(1),
  fromMinor: z.int().min(0).optional(),
  belowMinor: z.int().min(1).optional(),
  dueHours: z.int().min(1).max(720).optional(),
});
export type Stage = z.infer<typeof stageSchema>;

export const flowSchema = z.object({ key: z.string(), name: z.string(), stages: z.array(stageSchema).min(1).max(12) });
export type Flow = z.infer<typeof flowSchema>;

/** What the engine must know about people to name approvers. */
export interface Directory {
  readonly activeMembers: readonly { readonly id: string; readonly role: string }[];
  readonly departmentHead: string | null;
  readonly projectManager: string | null;
}

/** Why somebody was asked; shown with "why this approver". */
export type Reason =
  | { readonly rule: "member" | "department_head" | "project_manager" }
  | { readonly rule: "role"; readonly role: string }
  | { readonly rule: "escalated"; readonly from: string };

export interface PlannedStep {
  readonly stage: number;
  readonly stageName: string;
  readonly mode: Stage["mode"];
  readonly position: number;
  readonly memberId: string;
  readonly reason: Reason;
  readonly dueHours: number | null;
}

const takesPart = (stage: Stage, amountMinor: number | null): boolean =>
  (stage.fromMinor === undefined || (amountMinor ?? 0) >= stage.fromMinor) &&
  (stage.belowMinor === undefined || (amountMinor ?? 0) < stage.belowMinor);

function membersOf(rule: ApproverRule, directory: Directory): { memberId: string; reason: Reason }[] {
  const active = new Set(directory.activeMembers.map((m) => m.id));
  const one = (memberId: string | null, reason: Reason) =>
    memberId && active.has(memberId) ? [{ memberId, reason }] : [];
  switch (rule.kind) {
    case "member":
      return one(rule.memberId, { rule: "member" });
    case "role":
      return directory.activeMembers
        .filter((m) => m.role === rule.role)
        .map((m) => ({ memberId: m.id, reason: { rule: "role", role: rule.role } }));
    case "department_head":
      return one(directory.departmentHead, { rule: "department_head" });
    case "project_manager":
      return one(directory.projectManager, { rule: "project_manager" });
  }
}

/** Approvers of a stage. Nobody approves their own request: with no one else left, it goes up to the owners. */
function approversOf(stage: Stage, requesterId: string, directory: Directory): { memberId: string; reason: Reason }[] {
  const seen = new Set([requesterId]);
  const fresh = (list: { memberId: string; reason: Reason }[]) =>
    list.filter(({ memberId }) => !seen.has(memberId) && seen.add(memberId));
  const named = stage.approvers.flatMap((rule) => fresh(membersOf(rule, directory)));
  if (named.length > 0) return named;
  const owners = directory.activeMembers.filter((m) => m.role === "owner");
  return fresh(owners.map((m) => ({ memberId: m.id, reason: { rule: "escalated", from: stage.name.zh } })));
}

/**
 * Names the people of a flow for one request. Fails closed: a stage for which nobody can be found refuses the
 * request instead of being passed over.
 */
export function planSteps(
  flow: Flow,
  request: { readonly requesterId: string; readonly amountMinor: number | null },
  directory: Directory,
): Result<PlannedStep[], Problem> {
  const steps: PlannedStep[] = [];
  const stages = flow.stages.filter((stage) => takesPart(stage, request.amountMinor));
  for (const [index, stage] of stages.entries()) {
    const approvers = approversOf(stage, request.requesterId, directory);
    if (approvers.length === 0) {
      return err(
        problem(
          approvalProblems.noApprover,
          `Nobody can approve at stage "${stage.name.en}". Ask an administrator to name an approver in the flow "${flow.name}".`,
          { params: { stage: stage.name.zh, stageEn: stage.name.en, flow: flow.name } },
        ),
      );
    }
    for (const [position, { memberId, reason }] of approvers.entries()) {
      steps.push({
        stage: index,
        stageName: JSON.stringify(stage.name),
        mode: stage.mode,
        position,
        memberId,
        reason,
        dueHours: stage.dueHours ?? null,
      });
    }
  }
  if (steps.length === 0)
    return err(
      problem(approvalProblems.noApprover, `No stage of the flow "${flow.name}" covers this amount.`, {
        params: { flow: flow.name },
      }),
    );
  return ok(steps);
}
