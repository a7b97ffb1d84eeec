import { isBuiltin } from "node:module";
import { isServer, isTest, isWeb } from "../places.ts";
import type { Import, Project, Rule, Source, Violation } from "../project.ts";

/** The forbidden thing an import leads to directly, or nothing. */
function serverTarget({ specifier, file, external }: Import): string | undefined {
  if (external !== undefined) return isBuiltin(specifier) ? `Node's ${specifier}` : undefined;
  return file !== undefined && isServer(file) ? file : undefined;
}

/** The way from a file to server code through imports that exist at run time; imports of types are gone by then. */
function wayToServer(
  project: Project,
  source: Source,
  known: Map<string, readonly string[] | undefined>,
): readonly string[] | undefined {
  if (known.has(source.path)) return known.get(source.path);
  known.set(source.path, undefined); // a circle adds nothing
  for (const found of source.resolved) {
    if (found.typeOnly) continue;
    const target = serverTarget(found);
    const next = found.file === undefined ? undefined : project.sources.get(found.file);
    const rest = target === undefined && next !== undefined ? wayToServer(project, next, known) : undefined;
    const way = target !== undefined ? [source.path, target] : rest && [source.path, ...rest];
    if (way === undefined) continue;
    known.set(source.path, way);
    return way;
  }
  return undefined;
}

function violations(project: Project, source: Source, known: Map<string, readonly string[] | undefined>): Violation[] {
  return source.resolved.flatMap((found) => {
    const direct = serverTarget(found);
    if (direct !== undefined) return [{ path: source.path, line: found.line, message: `web reaches ${direct}` }];
    const next = found.file === undefined || found.typeOnly ? undefined : project.sources.get(found.file);
    const way = next !== undefined && !isWeb(next.path) ? wayToServer(project, next, known) : undefined;
    return way === undefined
      ? []
      : [{ path: source.path, line: found.line, message: `web reaches ${way.join(" → ")}` }];
  });
}

export const webWithoutServer: Rule = {
  name: "web-without-server",
  reason: "Nothing of the server, its packages or Node may end up in what a browser downloads.",
  check: (project) => {
    const known = new Map<string, readonly string[] | undefined>();
    return [...project.sources.values()]
      .filter(({ path }) => isWeb(path) && !isTest(path))
      .flatMap((source) => violations(project, source, known));
  },
};
