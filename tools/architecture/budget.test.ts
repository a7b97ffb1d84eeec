import { describe, expect, it } from "vitest";
import { better, findOffenders, reached, worse } from "./budget.ts";
import { example } from "./example.ts";

const body = (lines: number) => `{\n${"  f();\n".repeat(lines - 2)}}`;

describe("budget", () => {
  it("counts what is above a limit, not what is at it", () => {
    const project = example({
      "packages/kernel/src/a.ts": "1;\n".repeat(401),
      "packages/kernel/src/b.ts": "1;\n".repeat(400),
      "packages/kernel/src/c.ts": `function at() ${body(50)}\nfunction over() ${body(51)}\n`,
      "packages/ui/src/d.tsx": `function At() ${body(150)}\nfunction Over() ${body(151)}\n`,
    });
    const offenders = findOffenders(project);
    expect(offenders.files.map(({ path }) => path)).toEqual(["packages/kernel/src/a.ts"]);
    expect(offenders.functions.map(({ name }) => name)).toEqual(["over"]);
    expect(offenders.components.map(({ name }) => name)).toEqual(["Over"]);
    expect(reached(project, offenders)).toMatchObject({
      filesTooLong: 1,
      functionsTooLong: 1,
      componentsTooLong: 1,
      modulesInCircles: 0,
    });
  });
  it("finds modules that know each other through different files", () => {
    const project = example({
      "modules/tasks/src/server/a.ts": 'import "@yutu/projects/server";',
      "modules/projects/src/server/b.ts": 'import "@yutu/tasks/server";',
      "modules/projects/src/server/index.ts": "",
      "modules/tasks/src/server/index.ts": "",
    });
    expect(findOffenders(project).circles).toEqual([["modules/projects", "modules/tasks"]]);
  });
  it("says what got worse and what got better", () => {
    const allowed = {
      medianFileLines: 80,
      filesTooLong: 0,
      functionsTooLong: 5,
      componentsTooLong: 2,
      modulesInCircles: 0,
    };
    const now = { ...allowed, functionsTooLong: 6, componentsTooLong: 1 };
    expect(worse(now, allowed)).toEqual([{ name: "functionsTooLong", now: 6, allowed: 5 }]);
    expect(better(now, allowed)).toEqual([{ name: "componentsTooLong", now: 1, allowed: 2 }]);
  });
});
