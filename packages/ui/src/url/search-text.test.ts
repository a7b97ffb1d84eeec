import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSearch, writeSearch } from "./search-text.ts";

describe("search text", () => {
  it("stays readable for the usual filters", () => {
    expect(writeSearch({ status: ["todo", "in-progress"], q: "主会场", page: 2, mine: true })).toBe(
      `?status=~todo~in-progress&q=${encodeURIComponent("主会场")}&page=2&mine=true`,
    );
    expect(writeSearch({ a: undefined })).toBe("");
  });

  it("gives back what was written, whatever it was", () => {
    const value = fc.oneof(fc.string(), fc.array(fc.string()), fc.integer(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), value, { noNullPrototype: true }), (search) => {
        expect(readSearch(writeSearch(search))).toEqual(search);
      }),
    );
  });

  it("reads addresses typed by hand", () => {
    expect(readSearch("?q=618 大促&code=00123&status=~todo&broken={x")).toEqual({
      q: "618 大促",
      code: "00123",
      status: ["todo"],
      broken: "{x",
    });
  });
});
