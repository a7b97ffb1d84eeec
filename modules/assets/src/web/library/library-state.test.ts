import { describe, expect, it } from "vitest";
import { isFiltered, libraryQuery, libraryState, noFilters } from "./library-state.ts";

describe("the library's address", () => {
  it("asks for everything when nothing is set, and blanks are no search", () => {
    expect(libraryQuery(libraryState.parse({ q: "  " }))).toEqual({});
  });
  it("asks for what is set; a project's own page overrides the filter", () => {
    const state = libraryState.parse({ kind: ["image"], channel: ["tmall"], project: ["prj_1"], tag: ["主图"] });
    expect(libraryQuery(state)).toEqual({ kind: ["image"], channel: "tmall", projectId: "prj_1", tag: ["主图"] });
    expect(libraryQuery(state, "prj_2").projectId).toBe("prj_2");
  });
  it("counts display and open panel as no filter, and clearing leaves none", () => {
    expect(isFiltered(libraryState.parse({ view: "list", asset: "ast_1" }))).toBe(false);
    const set = libraryState.parse({ status: ["archived"] });
    expect([isFiltered(set), isFiltered({ ...set, ...noFilters })]).toEqual([true, false]);
  });
});
