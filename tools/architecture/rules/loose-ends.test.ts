import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { noLooseEnds } from "./loose-ends.ts";

const later = "TO" + "DO";

describe("no-loose-ends", () => {
  it.each([
    `// ${later}: later`,
    "/* FIX" + "ME */",
    "// @ts" + "-ignore",
    "// oxlint" + "-disable-next-line no-console",
    "// biome" + "-ignore lint: x",
  ])("refuses the comment %s", (comment) => {
    expect(broken(noLooseEnds, { "packages/kernel/src/a.ts": `${comment}\nexport const a = 1;` })).toHaveLength(1);
  });
  it.each([
    "it.skip('a', f);",
    "describe.only('a', f);",
    "test.todo('a');",
    "it('a', () => { expect(true).toBe(true); });",
  ])("refuses the test %s", (text) => {
    expect(broken(noLooseEnds, { "packages/kernel/src/a.test.ts": text })).toHaveLength(1);
  });
  it("accepts the same words in text, and tests that run when an engine is given", () => {
    const files = {
      "modules/tasks/src/domain/status.ts": `export const status = "${later}"; // the word on the board`,
      "packages/warehouse/test/server.test.ts":
        "it.runIf(url)('a', () => { expect(value).toBe(true); }); cursor.skip(1);",
    };
    expect(broken(noLooseEnds, files)).toEqual([]);
  });
});
