import { describe, expect, it } from "vitest";
import { example } from "./example.ts";
import { countByArea, measure, quantile } from "./sizes.ts";

const long = (lines: number) => Array.from({ length: lines - 2 }, (_, i) => `  f(${i});`).join("\n");

describe("measure", () => {
  it("counts lines of files and functions under the names they go by", () => {
    const text = `function a() {\n${long(10)}\n}\nconst b = () => 1;\nconst o = {\n  c() {\n    return 1;\n  },\n};\nclass D {\n  e = () => {\n    return 1;\n  };\n}\n`;
    const { files, functions } = measure(example({ "packages/kernel/src/a.ts": text }));
    expect(files).toEqual([{ path: "packages/kernel/src/a.ts", line: 1, name: "packages/kernel/src/a.ts", lines: 21 }]);
    expect(functions.map(({ name, line, lines }) => [name, line, lines])).toEqual([
      ["a", 1, 10],
      ["b", 11, 1],
      ["c", 13, 3],
      ["e", 18, 3],
    ]);
  });
  it("tells components from functions, also inside memo", () => {
    const text = `export function Board() {\n${long(9)}\n  const onDrop = () => {\n    g();\n  };\n}\nexport const Card = memo(() => <b />);\nexport const useX = () => 1;\n`;
    const { functions, components } = measure(example({ "packages/ui/src/board.tsx": text }));
    expect(components.map(({ name, lines }) => [name, lines])).toEqual([
      ["Board", 12],
      ["Card", 1],
    ]);
    expect(functions.map(({ name }) => name)).toEqual(["onDrop", "useX"]);
  });
  it("leaves tests out", () => {
    const files = {
      "packages/kernel/src/a.test.ts": long(500),
      "e2e/a.ts": long(500),
      "modules/tasks/test/a.test.ts": long(500),
    };
    expect(measure(example(files)).files).toEqual([]);
  });
});

describe("quantile", () => {
  it("gives the middle and the end", () => {
    expect(quantile([5, 1, 3], 0.5)).toBe(3);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
    expect(quantile([], 0.5)).toBe(0);
  });
});

it("countByArea adds up to everything", () => {
  const project = example({
    "modules/tasks/src/domain/a.ts": "1;\n2;\n",
    "modules/tasks/src/web/b.tsx": "1;\n",
    "tools/c.ts": "1;\n",
    "tools/c.test.ts": "1;\n",
  });
  expect(countByArea(project)).toEqual([
    { area: "modules: domain", files: 1, lines: 2 },
    { area: "modules: web", files: 1, lines: 1 },
    { area: "tools", files: 1, lines: 1 },
    { area: "tests", files: 1, lines: 1 },
  ]);
});
