import type { ApproverRule, Stage } from "../../domain/flow.ts";

/** An approver of a kind, before it says who. */
export function ruleOf(kind: ApproverRule["kind"]): ApproverRule {
  switch (kind) {
    case "role":
      return { kind, role: "" };
    case "member":
      return { kind, memberId: "" };
    case "department_head":
    case "project_manager":
      return { kind };
  }
}

export const emptyStage = (): Stage => ({ name: { zh: "", en: "" }, mode: "any", approvers: [ruleOf("role")] });

const names = (rule: ApproverRule): boolean =>
  rule.kind === "role" ? rule.role !== "" : rule.kind === "member" ? rule.memberId !== "" : true;

/** Whether every stage has a name and says who approves. */
export const isComplete = (name: string, stages: readonly Stage[]): boolean =>
  name.trim() !== "" &&
  stages.length > 0 &&
  stages.every(
    (s) => s.name.zh.trim() !== "" && s.name.en.trim() !== "" && s.approvers.length > 0 && s.approvers.every(names),
  );

/** The list with the item at a place moved by one. */
export function moved<T>(list: readonly T[], at: number, by: 1 | -1): T[] {
  const item = list[at];
  const rest = list.filter((_, i) => i !== at);
  return item === undefined ? [...list] : rest.toSpliced(Math.max(0, at + by), 0, item);
}
