import { isBuiltin } from "node:module";
import { isTest, placeOf, workspaceFolder } from "../places.ts";
import type { Project, Rule, Source, Violation, Workspace } from "../project.ts";
import { child, nameOf, type SyntaxNode, stringOf, walk } from "../syntax.ts";

const everywhere = new Set(["vite"]);

/** Imports of packages that the workspace does not declare; tests may also use what the root declares. */
function undeclared(project: Project): Violation[] {
  const byFolder = new Map(project.workspaces.map((workspace) => [workspace.folder, workspace]));
  return [...project.sources.values()].flatMap(({ path, resolved }) => {
    const own = byFolder.get(workspaceFolder(path) ?? "");
    if (own === undefined || placeOf(path).kind === "tool") return [];
    const forTests = (name: string) => own.devDependencies.has(name) || project.rootDependencies.has(name);
    return resolved.flatMap(({ specifier, line, external, workspace }) => {
      const name = workspace?.name ?? external;
      if (name === undefined || isBuiltin(specifier) || everywhere.has(name) || name === own.name) return [];
      return own.dependencies.has(name) || (isTest(path) && forTests(name))
        ? []
        : [{ path, line, message: `${name} is not in ${own.folder}/package.json` }];
    });
  });
}

export const declaredDependencies: Rule = {
  name: "declared-dependencies",
  reason: "A package says what it needs; what happens to be installed for another one can go away.",
  check: undeclared,
};

const isResolving = (callee: SyntaxNode | undefined): boolean =>
  nameOf(callee) === "require" || nameOf(child(callee, "property")) === "resolve";

/** What `require.resolve("pkg/file")` and the like ask for; `…` stands where the name is computed. */
function resolvedNames({ program, text }: Source): string[] {
  if (!/\b(?:require|resolve)\(/.test(text)) return [];
  const found: string[] = [];
  walk(program, (node) => {
    if (node.type !== "CallExpression" || !isResolving(child(node, "callee"))) return;
    const [first] = node["arguments"] as readonly SyntaxNode[];
    const asked = stringOf(first);
    if (asked !== undefined) found.push(asked);
  });
  return found;
}

/** Whether a package, or a file of it, is what was asked for. A computed name stands for every package it can become. */
const asksFor = (asked: string, name: string): boolean => {
  const [fixed = asked, ...holes] = asked.split("…");
  return holes.length > 0 && fixed.includes("/") ? name.startsWith(fixed) : `${asked}/`.startsWith(`${name}/`);
};

/** What the sources reach by another way than an import: the runtime of JSX, names given to a resolver. */
function reached(sources: readonly Source[], name: string): boolean {
  if (name === "react" && sources.some(({ path }) => path.endsWith(".tsx"))) return true;
  return sources.some((source) => resolvedNames(source).some((asked) => asksFor(asked, name)));
}

const imports = (sources: readonly Source[], name: string): boolean =>
  sources.some(({ resolved }) => resolved.some((each) => (each.workspace?.name ?? each.external) === name));

/** `@types/pg` belongs to the use of `pg`. */
const typed = (name: string): string => name.replace(/^@types\//, "");

function unusedOf(project: Project, { folder, dependencies, devDependencies }: Workspace): Violation[] {
  const path = `${folder}/package.json`;
  const all = [...project.sources.values()].filter((source) => workspaceFolder(source.path) === folder);
  const shipped = folder === "packages/testkit" ? all : all.filter((source) => !isTest(source.path));
  const styles = [...project.styles].filter(([style]) => workspaceFolder(style) === folder).map(([, text]) => text);
  const isUsed = (sources: readonly Source[], name: string): boolean =>
    imports(sources, name) || reached(sources, name) || styles.some((text) => text.includes(`"${name}/`));
  const refuse = (name: string, message: string): Violation => ({ path, line: 1, message: `${name} ${message}` });
  return [
    ...[...dependencies]
      .filter((name) => !isUsed(shipped, name))
      .map((name) =>
        refuse(name, isUsed(all, name) ? "serves tests only: a devDependency" : `is imported by no file of ${folder}`),
      ),
    ...[...devDependencies]
      .filter((name) => !isUsed(all, typed(name)))
      .map((name) => refuse(name, `is imported by no file of ${folder}`)),
  ];
}

export const usedDependencies: Rule = {
  name: "used-dependencies",
  reason: "What a package says it needs is what it needs: the list is read to judge what a change may break.",
  check: (project) => project.workspaces.flatMap((workspace) => unusedOf(project, workspace)),
};
