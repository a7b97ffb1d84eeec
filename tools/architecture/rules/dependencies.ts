import { isBuiltin } from "node:module";
import { isTest, placeOf, workspaceFolder } from "../places.ts";
import type { Project, Rule, Violation } from "../project.ts";

const everywhere = new Set(["vite"]);

/** Imports of packages that the workspace does not declare; tests may use what the root declares. */
function undeclared(project: Project): Violation[] {
  const byFolder = new Map(project.workspaces.map((workspace) => [workspace.folder, workspace]));
  return [...project.sources.values()].flatMap(({ path, resolved }) => {
    const own = byFolder.get(workspaceFolder(path) ?? "");
    if (own === undefined || isTest(path) || placeOf(path).kind === "tool") return [];
    return resolved.flatMap(({ specifier, line, external, workspace }) => {
      const name = workspace?.name ?? external;
      if (name === undefined || isBuiltin(specifier) || everywhere.has(name) || name === own.name) return [];
      return own.dependencies.has(name)
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
