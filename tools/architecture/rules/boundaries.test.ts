import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { boundaries, knownAreas } from "./boundaries.ts";

const projects = {
  "modules/projects/src/domain/index.ts": "export const domain = 1;",
  "modules/projects/src/contract/index.ts": "export const contract = 1;",
  "modules/projects/src/server/index.ts": "export const server = 1;",
  "modules/projects/src/web/index.ts": "export const web = 1;",
  "packages/kernel/src/index.ts": "export const kernel = 1;",
  "apps/server/src/index.ts": "export const app = 1;",
};
const imports = (path: string, specifier: string) =>
  broken(boundaries, { ...projects, [path]: `import "${specifier}";` });

describe("boundaries", () => {
  it.each([
    ["modules/tasks/src/domain/a.ts", "@yutu/projects/contract"],
    ["modules/tasks/src/contract/a.ts", "@yutu/projects/server"],
    ["modules/tasks/src/server/a.ts", "@yutu/projects/web"],
    ["modules/tasks/src/web/a.ts", "@yutu/projects/server"],
    ["modules/tasks/src/server/a.ts", "@yutu/projects/src/server/tables.ts"],
    ["modules/tasks/src/server/a.ts", "@yutu/projects"],
    ["modules/tasks/src/server/a.ts", "../../../projects/src/server/index.ts"],
    ["modules/projects/src/server/a.ts", "@yutu/projects/domain"],
    ["packages/jobs/src/a.ts", "@yutu/projects/domain"],
    ["packages/jobs/src/a.ts", "../../kernel/src/index.ts"],
    ["modules/tasks/src/server/a.ts", "@yutu/server"],
  ])("%s may not import %s", (path, specifier) => {
    expect(imports(path, specifier)).toHaveLength(1);
  });
  it.each([
    ["modules/tasks/src/domain/a.ts", "@yutu/projects/domain"],
    ["modules/tasks/src/contract/a.ts", "@yutu/projects/contract"],
    ["modules/tasks/src/server/a.ts", "@yutu/projects/server"],
    ["modules/tasks/src/web/a.ts", "@yutu/projects/web"],
    ["modules/tasks/test/a.test.ts", "@yutu/projects/server"],
    ["modules/projects/test/a.test.ts", "@yutu/projects/contract"],
    ["modules/projects/src/server/a.ts", "../domain/index.ts"],
    ["apps/server/src/a.ts", "@yutu/projects/server"],
    ["packages/testkit/src/a.ts", "@yutu/server"],
    ["tools/generated/a.spec.ts", "@yutu/server"],
    ["tools/new/a.ts", "../architecture/b.ts"],
  ])("%s may import %s", (path, specifier) => {
    expect(imports(path, specifier)).toEqual([]);
  });
  it("a module has no fifth export", () => {
    const exports = { "./domain": "./src/domain/index.ts", "./tables": "./src/server/tables.ts" };
    const manifest = JSON.stringify({ name: "@yutu/tasks", exports });
    expect(broken(boundaries, { "modules/tasks/package.json": manifest })[0]).toContain("not ./tables");
  });
});

describe("known-areas", () => {
  it("wants every file of a module in an area", () => {
    const files = {
      "modules/tasks/src/index.ts": "",
      "modules/tasks/src/lib/a.ts": "",
      "modules/tasks/src/domain/a.ts": "",
      "modules/tasks/test/a.test.ts": "",
    };
    expect(broken(knownAreas, files).map((line) => line.split(":")[0])).toEqual([
      "modules/tasks/src/index.ts",
      "modules/tasks/src/lib/a.ts",
    ]);
  });
});
