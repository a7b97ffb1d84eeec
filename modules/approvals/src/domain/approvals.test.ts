import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { begin, decide, type StepFacts, type StepState, type Transition, withdraw } from "./decide.ts";
import { DEFAULT_FLOWS } from "./default-flows.ts";
import { type Directory, type Flow, planSteps } from "./flow.ts";

const directory: Directory = {
  activeMembers: [
    { id: "own", role: "owner" },
    { id: "exe", role: "executive" },
    { id: "pm", role: "project_manager" },
    { id: "fin1", role: "finance" },
    { id: "fin2", role: "finance" },
    { id: "mkt", role: "marketer" },
  ],
  departmentHead: "pm",
  projectManager: "pm",
};
const claim = DEFAULT_FLOWS[0] as Flow;

const apply = (steps: readonly StepFacts[], transition: Transition): StepFacts[] =>
  steps.map((s) => ({ ...s, state: transition.steps.get(s.id) ?? s.state }));

function start(flow: Flow, requesterId: string, amountMinor: number): StepFacts[] {
  const planned = planSteps(flow, { requesterId, amountMinor }, directory);
  if (!planned.ok) throw new Error(planned.error.detail);
  const steps = planned.value.map((s, i) => ({
    id: String(i),
    stage: s.stage,
    mode: s.mode,
    position: s.position,
    memberId: s.memberId,
    state: "waiting" as StepState,
  }));
  return apply(steps, begin(steps));
}

describe("planSteps", () => {
  it("adds the executive only from the amount of the band on", () => {
    const peopleAt = (amount: number) => start(claim, "mkt", amount).map((s) => s.memberId);
    expect(peopleAt(4_999_999)).toEqual(["pm", "fin1", "fin2"]);
    expect(peopleAt(5_000_000)).toEqual(["pm", "fin1", "fin2", "exe"]);
  });
  it("never asks the requester, and goes up to the owner when nobody else is left", () => {
    const planned = planSteps(claim, { requesterId: "pm", amountMinor: 100 }, directory);
    expect(planned.ok && planned.value[0]).toMatchObject({ memberId: "own", reason: { rule: "escalated" } });
  });
  it("refuses rather than pass over a stage that nobody can decide", () => {
    const alone: Directory = {
      activeMembers: [{ id: "own", role: "owner" }],
      departmentHead: null,
      projectManager: null,
    };
    const planned = planSteps(claim, { requesterId: "own", amountMinor: 1 }, alone);
    expect(planned.ok ? "" : planned.error.definition.code).toBe("approvals/no-approver");
  });
});

describe("decide", () => {
  const approve = (steps: readonly StepFacts[], memberId: string) =>
    decide({ state: "pending", steps }, memberId, { kind: "approve", comment: "" });

  it("takes the first answer of an any-stage and passes the others over", () => {
    let steps = start(claim, "mkt", 1);
    const first = approve(steps, "pm");
    if (!first.ok) throw new Error("refused");
    steps = apply(steps, first.value);
    const second = approve(steps, "fin2");
    expect(second.ok && second.value.approval).toBe("approved");
    expect(second.ok && [...second.value.steps]).toEqual([
      ["2", "approved"],
      ["1", "skipped"],
    ]);
  });
  it("keeps the order of a sequence and waits for everybody of an all-stage", () => {
    const flow: Flow = {
      key: "k",
      name: "k",
      stages: [
        {
          name: { zh: "一", en: "1" },
          mode: "sequential",
          approvers: [
            { kind: "member", memberId: "exe" },
            { kind: "member", memberId: "pm" },
          ],
        },
        { name: { zh: "二", en: "2" }, mode: "all", approvers: [{ kind: "role", role: "finance" }] },
      ],
    };
    let steps = start(flow, "mkt", 1);
    expect(approve(steps, "pm").ok).toBe(false);
    for (const [who, outcome] of [
      ["exe", "pending"],
      ["pm", "pending"],
      ["fin2", "pending"],
      ["fin1", "approved"],
    ] as const) {
      const result = approve(steps, who);
      if (!result.ok) throw new Error(`${who}: ${result.error.detail}`);
      expect(result.value.approval).toBe(outcome);
      steps = apply(steps, result.value);
    }
  });
  it("needs a reason to return, and a return ends the round", () => {
    const steps = start(claim, "mkt", 1);
    const silent = decide({ state: "pending", steps }, "pm", { kind: "return", comment: "  " });
    expect(silent.ok ? "" : silent.error.definition.code).toBe("approvals/reason-required");
    const returned = decide({ state: "pending", steps }, "pm", { kind: "return", comment: "补充发票" });
    expect(returned.ok && returned.value.approval).toBe("returned");
    expect(returned.ok && [...returned.value.steps.values()].filter((s) => s === "skipped")).toHaveLength(2);
  });
  it("ends after finitely many approvals whoever answers first", () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), fc.integer({ min: 0, max: 10_000_000 }), (choices, amount) => {
        let steps = start(claim, "mkt", amount);
        for (let n = 0; n < 10; n++) {
          const active = steps.filter((s) => s.state === "active");
          expect(active.length).toBeGreaterThan(0);
          const pick = active[choices.next().value % active.length];
          const result = approve(steps, pick?.memberId ?? "");
          if (!result.ok) throw new Error(result.error.detail);
          steps = apply(steps, result.value);
          if (result.value.approval === "approved") {
            expect(steps.every((s) => s.state === "approved" || s.state === "skipped")).toBe(true);
            return;
          }
        }
        throw new Error("never approved");
      }),
    );
  });
  it("lets the requester take it back only while it is pending", () => {
    const steps = start(claim, "mkt", 1);
    const result = withdraw({ state: "pending", steps });
    expect(result.ok && result.value.approval).toBe("withdrawn");
    expect(withdraw({ state: "approved", steps }).ok).toBe(false);
  });
});
