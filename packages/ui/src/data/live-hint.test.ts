import type { LiveHint } from "@yutu/contract";
import { describe, expect, it } from "vitest";
import { hintsTouch, parseLiveHint } from "./live-hint.ts";

const hint: LiveHint = {
  entity: "task",
  id: "tsk_1",
  event: "tasks.task-moved",
  projectId: "prj_1",
  actorId: "mbr_1",
};

describe("live hints", () => {
  it("reads only whole hints", () => {
    expect(parseLiveHint(JSON.stringify(hint))).toEqual(hint);
    for (const text of ["", "{", "null", '{"event":"changed"}', JSON.stringify({ ...hint, id: 1 })])
      expect(parseLiveHint(text)).toBeUndefined();
  });

  it("make answers of the same module and those that follow the entity old", () => {
    expect(hintsTouch([hint], ["tasks.listTasks", {}], [])).toBe(true);
    expect(hintsTouch([hint], ["budgets.getBudget", {}], [])).toBe(false);
    expect(hintsTouch([hint], ["budgets.getBudget", {}], ["task"])).toBe(true);
  });

  it("leave the answers about other projects alone", () => {
    const of = (projectId: string) => ["tasks.listTasks", { params: { projectId } }];
    expect(hintsTouch([hint], of("prj_1"), [])).toBe(true);
    expect(hintsTouch([hint], of("prj_2"), ["task"])).toBe(false);
    expect(hintsTouch([{ ...hint, projectId: null }], of("prj_2"), [])).toBe(true);
  });
});
