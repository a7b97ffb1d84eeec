import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factScope, NO_PROJECT } from "./fact-scope.ts";

describe("whose facts a figure counts", () => {
  it("adds facts of no project unless a project was named or the reader is a guest", () => {
    expect(factScope({ visible: ["a", "b"], wanted: undefined, isGuest: false })).toEqual(["a", "b", NO_PROJECT]);
    expect(factScope({ visible: ["a", "b"], wanted: ["b"], isGuest: false })).toEqual(["b"]);
    expect(factScope({ visible: ["a"], wanted: undefined, isGuest: true })).toEqual(["a"]);
  });
  it("never reaches a project that does not exist for the reader", () => {
    const id = fc.constantFrom<string[]>("a", "b", "c", "d", "e");
    fc.assert(
      fc.property(
        fc.array(id),
        fc.option(fc.array(id), { nil: undefined }),
        fc.boolean(),
        (visible, wanted, isGuest) => {
          const scope = factScope({ visible, wanted, isGuest });
          expect(scope.filter((each) => each !== NO_PROJECT && !visible.includes(each))).toEqual([]);
        },
      ),
    );
  });
});
