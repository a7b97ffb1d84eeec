import { describe, expect, it } from "vitest";
import { changesOf } from "./audit-diff.ts";

describe("changesOf", () => {
  it("names what differs and nothing else", () => {
    const before = { name: "双11", status: "draft", version: 1, channels: ["tmall"], note: "" };
    const after = { name: "双11", status: "running", version: 2, channels: ["tmall", "jd"], note: null };
    expect(changesOf(before, after)).toEqual([
      { field: "channels", before: ["tmall"], after: ["tmall", "jd"] },
      { field: "status", before: "draft", after: "running" },
    ]);
  });
  it("shows everything that was set when a row comes or goes", () => {
    expect(changesOf(null, { title: "x", done: false })).toEqual([
      { field: "done", before: undefined, after: false },
      { field: "title", before: undefined, after: "x" },
    ]);
    expect(changesOf({ id: "1", title: "x" }, null)).toEqual([{ field: "title", before: "x", after: undefined }]);
  });
});
