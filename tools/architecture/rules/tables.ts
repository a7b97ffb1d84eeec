import { isTest, placeOf } from "../places.ts";
import type { Project, Rule, Source, Violation } from "../project.ts";
import { child, nameOf, stringOf, walk } from "../syntax.ts";
import { layerOf } from "./layers.ts";

const moduleOf = (path: string) => {
  const place = placeOf(path);
  return place.kind === "module" ? place.name : undefined;
};

/** Table names with the module that owns them, from calls like `pgTable("tasks", …)`. */
function tableOwners(project: Project): Map<string, string> {
  const owners = new Map<string, string>();
  for (const source of project.sources.values()) {
    const owner = moduleOf(source.path);
    if (owner === undefined || !layerOf(source.path)?.name.endsWith("tables")) continue;
    walk(source.program, (node) => {
      const callee = node.type === "CallExpression" ? child(node, "callee") : undefined;
      const called = nameOf(callee) ?? nameOf(child(callee, "property"));
      const [first] = (node["arguments"] as (typeof node)[] | undefined) ?? [];
      const name = called !== undefined && /table$/i.test(called) ? stringOf(first) : undefined;
      if (name !== undefined) owners.set(name, owner);
    });
  }
  return owners;
}

/** Foreign tables named in SQL text of a server, in quotes or templates; elsewhere such words are prose. */
function foreignSql(source: Source, owners: ReadonlyMap<string, string>): Violation[] {
  const place = placeOf(source.path);
  if (place.kind !== "module" || place.area !== "server" || isTest(source.path)) return [];
  const found: Violation[] = [];
  walk(source.program, (node) => {
    const text = stringOf(node);
    if (text === undefined) return;
    for (const [, table = ""] of text.matchAll(/\b(?:from|join|into|update)\s+(?:\w+\.)?"?([a-z_][a-z0-9_]*)"?/gi)) {
      const owner = owners.get(table);
      if (owner === undefined || owner === place.name) continue;
      found.push({
        path: source.path,
        line: source.lineAt(node.start),
        message: `SQL on ${table}, a table of ${owner}`,
      });
    }
  });
  return found;
}

/** A module's public server functions may not hand out its tables. */
function exportedTables(source: Source): Violation[] {
  if (!/^modules\/[^/]+\/src\/server\/index\.ts$/.test(source.path)) return [];
  return source.resolved
    .filter(
      ({ reExport, typeOnly, file }) =>
        reExport && !typeOnly && file !== undefined && layerOf(file)?.name.endsWith("tables") === true,
    )
    .map(({ line }) => ({ path: source.path, line, message: "exports its tables to other modules" }));
}

export const ownTables: Rule = {
  name: "own-tables",
  reason:
    "A table belongs to one module; others ask that module, so that its invariants hold and its columns can change.",
  check: (project) => {
    const owners = tableOwners(project);
    return [...project.sources.values()].flatMap((source) => [
      ...foreignSql(source, owners),
      ...exportedTables(source),
    ]);
  },
};
