import { describe, expect, it } from "vitest";
import { allState, filterQuery, isFiltered, listState, NO_FILTERS } from "./list-state.ts";

describe("list state", () => {
  it("asks nothing when nothing is chosen", () => {
    const state = listState.parse({});
    expect(filterQuery(state)).toEqual({});
    expect(isFiltered(state)).toBe(false);
  });
  it("reads «open» as the three statuses that are not ended", () => {
    expect(filterQuery({ ...NO_FILTERS, status: ["open", "done", "doing"] })).toEqual({
      status: ["todo", "doing", "review", "done"],
    });
    expect(allState.parse({}).status).toEqual(["open"]);
  });
  it("passes on one end of a stretch of days and drops blank search words", () => {
    expect(filterQuery({ ...NO_FILTERS, q: "  ", dates: ["", "2026-11-11"] })).toEqual({ dueTo: "2026-11-11" });
  });
});
