import { expect, it } from "vitest";
import { IMPORT_STATES, isMoving, movesOf } from "./import-state.ts";

it("lets nobody act on an import that is being taken back or is gone", () => {
  expect(IMPORT_STATES.filter((state) => movesOf(state).length === 0)).toEqual([
    "cancelling",
    "cancelled",
    "undoing",
    "undone",
  ]);
});

it("offers undo only for what counts and commit only for what was checked", () => {
  expect(IMPORT_STATES.filter((state) => movesOf(state).includes("undo"))).toEqual(["done"]);
  expect(IMPORT_STATES.filter((state) => movesOf(state).includes("commit"))).toEqual(["checked"]);
  expect(IMPORT_STATES.filter(isMoving)).toEqual(["checking", "importing", "cancelling", "undoing"]);
});
