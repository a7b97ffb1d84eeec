import { describe, expect, it } from "vitest";
import { addDependency, addElement, addImport, addLine } from "./edits.ts";

describe("edits", () => {
  it("add an import below the others, once", () => {
    const text = 'import a from "a";\nimport {\n  b,\n} from "b";\n\na(b);\n';
    const once = addImport(text, 'import c from "c";');
    expect(once).toBe('import a from "a";\nimport {\n  b,\n} from "b";\nimport c from "c";\n\na(b);\n');
    expect(addImport(once, 'import c from "c";')).toBe(once);
    expect(addImport("x();\n", 'import c from "c";')).toBe('import c from "c";\n\nx();\n');
  });
  it.each([
    ["const list = [];", "const list = [\nx,\n];"],
    ["const list = [a, b];", "const list = [a, b,\nx,\n];"],
    ["const list = [\n  [a],\n];\nf([1]);", "const list = [\n  [a],\nx,\n];\nf([1]);"],
  ])("add an element to %j", (before, after) => {
    expect(addElement(before, /const list = \[/, "x")).toBe(after);
  });
  it("say when there is no place", () => {
    expect(() => addElement("const other = [];", /const list = \[/, "x")).toThrow("no place found for x");
  });
  it("add a line once and a dependency in order", () => {
    expect(addLine(addLine("a\n", "b"), "b")).toBe("a\nb\n");
    expect(JSON.parse(addDependency('{"name":"x","dependencies":{"c":"1.0.0"}}', "b", "2.0.0"))).toEqual({
      name: "x",
      dependencies: { b: "2.0.0", c: "1.0.0" },
    });
  });
});
