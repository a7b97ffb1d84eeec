import { describe, expect, it } from "vitest";
import { DEFAULT_FLOWS } from "../../domain/default-flows.ts";
import { emptyStage, isComplete, moved, ruleOf } from "./flow-draft.ts";

describe("draft of a flow", () => {
  it("is complete when every stage has names and says who approves", () => {
    for (const flow of DEFAULT_FLOWS) expect(isComplete(flow.name, flow.stages)).toBe(true);
    const named = { ...emptyStage(), name: { zh: "财务", en: "Finance" } };
    expect(isComplete("流程", [named])).toBe(false);
    expect(isComplete("流程", [{ ...named, approvers: [ruleOf("project_manager")] }])).toBe(true);
    expect(isComplete("流程", [{ ...named, approvers: [] }])).toBe(false);
    expect(isComplete(" ", [{ ...named, approvers: [{ kind: "role", role: "finance" }] }])).toBe(false);
    expect(isComplete("流程", [])).toBe(false);
  });
  it("moves a stage and keeps the others in order", () => {
    expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
    expect(moved(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
  });
});
