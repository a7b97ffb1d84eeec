import { isTest } from "../places.ts";
import type { Rule, Source, Violation } from "../project.ts";
import { child, nameOf, walk } from "../syntax.ts";

const unfinished = /\b(?:TODO|FIXME|XXX)\b|(?:oxlint|eslint)-disable|biome-ignore|@ts-(?:ignore|expect-error|nocheck)/;
const testFunctions = new Set(["it", "test", "describe"]);
const softened = new Set(["skip", "only", "todo", "fixme", "fails"]);

function comments(source: Source): Violation[] {
  return source.comments.flatMap(({ value, start }) => {
    const match = unfinished.exec(value);
    return match === null
      ? []
      : [{ path: source.path, line: source.lineAt(start), message: `${match[0]} in a comment` }];
  });
}

/** `it.skip`, `describe.only`, `expect(true)`: tests that do not run, keep others from running, or prove nothing. */
function softTests(source: Source): Violation[] {
  const found: Violation[] = [];
  walk(source.program, (node) => {
    const property = node.type === "MemberExpression" ? nameOf(child(node, "property")) : undefined;
    const isSoft =
      property !== undefined && softened.has(property) && testFunctions.has(nameOf(child(node, "object")) ?? "");
    if (isSoft) found.push({ path: source.path, line: source.lineAt(node.start), message: `a test with .${property}` });
    if (node.type !== "CallExpression" || nameOf(child(node, "callee")) !== "expect") return;
    const [argument] = node["arguments"] as (typeof node)[];
    if (argument?.type === "Literal" && typeof argument["value"] === "boolean") {
      found.push({
        path: source.path,
        line: source.lineAt(node.start),
        message: "expect of a constant proves nothing",
      });
    }
  });
  return found;
}

export const noLooseEnds: Rule = {
  name: "no-loose-ends",
  reason: "What is committed is finished: no notes to self, no silenced checks, no tests that do not count.",
  check: (project) =>
    [...project.sources.values()].flatMap((source) => [
      ...comments(source),
      ...(isTest(source.path) ? softTests(source) : []),
    ]),
};
