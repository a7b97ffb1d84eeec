import { describe, expect, it } from "vitest";
import { leaves } from "./leaves.ts";

const at = (pathname: string, search = {}) => ({ pathname, search });

describe("leaving unsaved edits", () => {
  it("is going to another page", () => {
    expect(leaves("page", at("/settings/templates"), at("/projects"))).toBe(true);
    expect(leaves("address", at("/settings/templates"), at("/projects"))).toBe(true);
  });
  it("is not another part of a page that keeps its edits", () => {
    const from = at("/settings/templates", { part: "tasks" });
    expect(leaves("page", from, at("/settings/templates", { part: "kpis", type: "custom" }))).toBe(false);
  });
  it("is another choice within a page that forgets them, and not the same place again", () => {
    const from = at("/settings/flows", { flow: "budget" });
    expect(leaves("address", from, at("/settings/flows", { flow: "project" }))).toBe(true);
    expect(leaves("address", from, at("/settings/flows", { flow: "budget" }))).toBe(false);
  });
});
