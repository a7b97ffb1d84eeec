import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { layerOf, layers } from "./layers.ts";

const all = [
  "domain/task.ts",
  "contract/operations.ts",
  "server/tables.ts",
  "server/repository.ts",
  "server/commands/create-task.ts",
  "server/operations.ts",
  "server/index.ts",
  "web/pages/list.tsx",
];
const module = "modules/tasks/src";

/** Every file imports one other; gives those that may not. */
function refused(target: string): string[] {
  const files = Object.fromEntries(
    all.map((path) => [
      `${module}/${path}`,
      path === target ? "" : `import "${"../".repeat(path.split("/").length - 1)}${target}";`,
    ]),
  );
  return broken(layers, files).map((line) => line.slice(module.length + 1, line.indexOf(":")));
}

describe("layers", () => {
  it.each([
    ["domain/task.ts", []],
    ["contract/operations.ts", ["domain/task.ts"]],
    ["server/tables.ts", ["domain/task.ts", "contract/operations.ts", "web/pages/list.tsx"]],
    ["server/repository.ts", ["domain/task.ts", "contract/operations.ts", "server/tables.ts", "web/pages/list.tsx"]],
    ["server/commands/create-task.ts", [...all.slice(0, 4), "web/pages/list.tsx"]],
    ["server/operations.ts", [...all.slice(0, 5), "web/pages/list.tsx"]],
    ["server/index.ts", [...all.slice(0, 6), "web/pages/list.tsx"]],
    ["web/pages/list.tsx", all.slice(0, 7)],
  ])("%s may not be imported by %j", (target, expected) => {
    expect(refused(target)).toEqual(expected);
  });
  it("lets use cases and the repository share parts, and tables know neither", () => {
    const files = {
      [`${module}/server/visibility.ts`]: 'import "./tables.ts";',
      [`${module}/server/demo.ts`]: 'import "./commands/create-task.ts";',
      [`${module}/server/repository.ts`]: 'import "./visibility.ts";',
      [`${module}/server/commands/create-task.ts`]: 'import "../visibility.ts";',
      [`${module}/server/tables.ts`]: 'import "./visibility.ts";',
    };
    expect(broken(layers, files)).toEqual([
      `${module}/server/tables.ts:1 server tables may not import server parts (./visibility.ts)`,
    ]);
  });
  it("knows folders as well as files, and leaves tests outside", () => {
    expect(layerOf("modules/tasks/src/server/tables/tasks.ts")?.name).toBe("server tables");
    expect(layerOf("modules/tasks/src/server/jobs/remind.ts")?.name).toBe("server adapters");
    expect(layerOf("modules/tasks/src/server/demo.ts")?.name).toBe("server parts");
    expect(layerOf("modules/tasks/src/domain/task.test.ts")).toBeUndefined();
    expect(layerOf("packages/kernel/src/index.ts")).toBeUndefined();
  });
});
