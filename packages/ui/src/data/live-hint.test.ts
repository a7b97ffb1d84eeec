import { describe, expect, it } from "vitest";
import { hintsTouch, type LiveHint, parseLiveHint } from "./live-hint.ts";

const hint: LiveHint = { type: "changed", entity: "task", id: "tsk_1", event: "tasks.task-moved.v1" };

describe("live hints", () => {
  it("reads only whole hints", () => {
    expect(parseLiveHint(JSON.stringify(hint))).toEqual(hint);
    for (const text of ["", "{", "null", '{"type":"changed"}', '{"type":"ping","entity":"a","id":"b","event":"c"}']) {
      expect(parseLiveHint(text)).toBeUndefined();
    }
  });

  it("make answers of the same module and those that follow the entity old", () => {
    expect(hintsTouch([hint], ["tasks.listTasks", {}], [])).toBe(true);
    expect(hintsTouch([hint], ["budgets.getBudget", {}], [])).toBe(false);
    expect(hintsTouch([hint], ["budgets.getBudget", {}], ["task"])).toBe(true);
  });
});
