import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesBelow } from "../run/fingerprint.mjs";

const places = ["apps", "packages", "modules", "tools", "bench", "e2e"];
const rootFiles = ["package.json", "vitest.config.ts", "playwright.config.ts"];

/** Sources, style sheets and manifests of the repository, by path from its root. */
export function readFiles(root: string): Map<string, string> {
  const paths = filesBelow(root, [...places, ...rootFiles], { withTests: true });
  const wanted = paths.filter((path) => /(\.tsx?|\.css|(^|\/)package\.json)$/.test(path));
  return new Map(wanted.map((path) => [path, readFileSync(join(root, path), "utf8")]));
}
