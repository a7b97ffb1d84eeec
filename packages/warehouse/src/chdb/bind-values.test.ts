import { describe, expect, it } from "vitest";
import { bindStatement, placeholdersOf } from "./bind-values.ts";

describe("bindStatement", () => {
  it("quotes once for the value and once for the statement", () => {
    expect(bindStatement("SELECT {a:String}", { a: "it's \\ \n中" })).toBe("SET param_a = 'it\\'s \\\\\\\\ \\\\n中'");
    expect(
      bindStatement("SELECT 1", { list: ["a'b", null, 3n], none: null, yes: true, far: -Infinity, map: { "k'": "v" } }),
    ).toBe(
      "SET param_list = '[\\'a\\\\\\'b\\',NULL,3]', param_none = '\\\\N', param_yes = '1', param_far = '-inf', param_map = '{\\'k\\\\\\'\\':\\'v\\'}'",
    );
  });
  it("has nothing to say without values", () => {
    expect(bindStatement("SELECT 1", {})).toBeNull();
  });
  it("refuses a placeholder without a value and a name that is none", () => {
    expect(() => bindStatement("SELECT { b : String }, {a:UInt8}", { a: 1 })).toThrow(/b is not set/);
    expect(() => bindStatement("SELECT {toString:String}", {})).toThrow(/toString is not set/);
    expect(() => bindStatement("SELECT 1", { "a = 1; --": 1 })).toThrow(/not a parameter name/);
  });
  it("finds the placeholders", () => {
    expect(placeholdersOf("SELECT {a:Array(String)}, {{events}}, {b:DateTime64(3, 'UTC')}")).toEqual(["a", "b"]);
  });
});
