import { describe, expect, it } from "vitest";
import { ID_PATTERN, makeId } from "./ids.ts";

describe("makeId", () => {
  const random = new Uint8Array(10).fill(7);
  it("sorts as text in order of time", () => {
    const times = [0, 1, 999, 1_700_000_000_000, 1_800_000_000_000];
    const ids = times.map((t) => makeId("prj", t, random));
    expect([...ids].sort()).toEqual(ids);
    for (const id of ids) expect(id).toMatch(ID_PATTERN);
  });
  it("differs by its random part", () => {
    expect(makeId("prj", 5, random)).not.toBe(makeId("prj", 5, new Uint8Array(10).fill(8)));
  });
});
