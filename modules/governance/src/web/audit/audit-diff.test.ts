import { describe, expect, it } from "vitest";
import { changesOf } from "./audit-diff.ts";

describe("changesOf", () => {
  it("names what differs and nothing else", () => {
    const before = { name: "双11", status: "draft", version: 1, channels: ["tmall"], note: "" };
    const after = { name: "双11", status: "running", version: 2, channels: ["tmall", "jd"], note: null };
    expect(changesOf(before, after)).toEqual([
      { field: "channels", before: '[\n "tmall"\n]', after: '[\n "tmall",\n "jd"\n]' },
      { field: "status", before: "draft", after: "running" },
    ]);
  });
  it("shows everything that was set when a row comes or goes", () => {
    expect(changesOf(null, { id: "x", done: false })).toEqual([
      { field: "done", before: undefined, after: "false" },
      { field: "id", before: undefined, after: "x" },
    ]);
    expect(changesOf({ id: "x" }, null)).toEqual([{ field: "id", before: "x", after: undefined }]);
  });
});
