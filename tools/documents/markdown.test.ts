import { expect, it } from "vitest";
import { linkedFiles, listed, namedPaths, npmScripts, tableRows } from "./markdown.ts";

it("reads the rows of tables without their heads", () => {
  expect(tableRows("| id | state |\n|---|---:|\n| A-1 | done |\n| A-2 | – |\n\ntext")).toEqual([
    ["A-1", "done"],
    ["A-2", "–"],
  ]);
});

it("reads lists in cells", () => {
  expect([listed("a.b, c.d"), listed("–"), listed()]).toEqual([["a.b", "c.d"], [], []]);
});

it("finds links to files, scripts and paths, and nothing else", () => {
  const text =
    "[a](docs/a.md#part) [b](https://b.example) [c](#here) `npm run bench -- x`, npm start `tools/run/a.mjs` `modules/x/src/<rule>.ts`";
  expect(linkedFiles(text)).toEqual(["docs/a.md"]);
  expect(npmScripts(text)).toEqual(["bench", "start"]);
  expect(namedPaths(text)).toEqual(["tools/run/a.mjs"]);
});
