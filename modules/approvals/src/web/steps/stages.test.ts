import { describe, expect, it } from "vitest";
import type { ApprovalStep } from "../types.ts";
import { stagesOf } from "./stages.ts";

const step = (stage: number, state: ApprovalStep["state"], memberId = "mem_1"): ApprovalStep => ({
  id: `aps_${stage}${memberId}`,
  stage,
  stageName: { zh: `第${stage}步`, en: `Stage ${stage}` },
  mode: "any",
  memberId,
  memberName: memberId,
  reason: { rule: "member" },
  state,
  activatedAt: null,
  dueAt: null,
  openedAt: null,
  decidedAt: null,
  comment: null,
});

describe("stages of an approval", () => {
  it("come in order, with the people of each together", () => {
    const stages = stagesOf([step(1, "waiting"), step(0, "approved", "a"), step(0, "skipped", "b")]);
    expect(stages.map((s) => [s.name.en, s.state, s.steps.length])).toEqual([
      ["Stage 0", "approved", 2],
      ["Stage 1", "waiting", 1],
    ]);
  });
  it.each<[ApprovalStep["state"][], string]>([
    [["active", "active"], "active"],
    [["approved", "active"], "active"],
    [["approved", "waiting"], "active"],
    [["returned", "skipped"], "returned"],
    [["skipped", "skipped"], "skipped"],
    [["waiting", "waiting"], "waiting"],
  ])("with %j is %s", (states, expected) => {
    expect(stagesOf(states.map((state, i) => step(0, state, `m${i}`)))[0]?.state).toBe(expected);
  });
});
