import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { webWithoutServer } from "./web.ts";

const server = {
  "packages/database/src/index.ts": "export const db = 1;",
  "modules/tasks/src/server/index.ts": "export interface Row { id: string }",
};

describe("web-without-server", () => {
  it.each([
    [
      "modules/tasks/src/web/pages/a.tsx",
      'import type { Row } from "../../server/index.ts";',
      "modules/tasks/src/server/index.ts",
    ],
    ["apps/web/src/main.tsx", 'import { db } from "@yutu/database";', "packages/database/src/index.ts"],
    ["packages/ui/src/a.ts", 'import { readFileSync } from "node:fs";', "Node's node:fs"],
    ["packages/i18n/src/a.ts", 'const x = await import("path");', "Node's path"],
  ])("refuses in %s: %s", (path, text, target) => {
    expect(broken(webWithoutServer, { ...server, [path]: text })).toEqual([`${path}:1 web reaches ${target}`]);
  });
  it("follows other packages to the end", () => {
    const files = {
      ...server,
      "apps/web/src/main.tsx": '\nimport "@yutu/contract";',
      "packages/contract/src/index.ts": 'export * from "./client.ts";',
      "packages/contract/src/client.ts": 'import { db } from "@yutu/database";',
    };
    expect(broken(webWithoutServer, files)).toEqual([
      "apps/web/src/main.tsx:2 web reaches packages/contract/src/index.ts → packages/contract/src/client.ts → packages/database/src/index.ts",
    ]);
  });
  it("accepts what only types reach, and tests", () => {
    const files = {
      ...server,
      "apps/web/src/main.tsx": 'import "@yutu/contract";\nimport "@yutu/tasks/web";',
      "modules/tasks/src/web/index.ts": 'import { x } from "../domain/index.ts";',
      "modules/tasks/src/domain/index.ts": "export const x = 1;",
      "packages/contract/src/index.ts": 'import type { db } from "@yutu/database";',
      "packages/ui/src/a.test.ts": 'import "node:fs";',
    };
    expect(broken(webWithoutServer, files)).toEqual([]);
  });
});
