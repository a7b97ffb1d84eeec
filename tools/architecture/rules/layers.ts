import { isTest, placeOf } from "../places.ts";
import type { Rule, Source } from "../project.ts";

/** The order of dependency within a module's server (architecture.md): a file imports its own level and those below it. */
const serverLevels: readonly (readonly [RegExp, number, string])[] = [
  [/^tables(\/|\.ts$)/, 6, "tables"],
  [/^repositor(y|ies)(\/|\.ts$)/, 7, "repository"],
  [/^(operations|subscribers|jobs)(\/|\.ts$)/, 9, "adapters"],
  [/^index\.ts$/, 10, "index"],
];
const useCases = [8, "use cases"] as const;

/** Level and name of the layer of a file in a module; tests stand outside. */
export function layerOf(path: string): { readonly level: number; readonly name: string } | undefined {
  const place = placeOf(path);
  if (place.kind !== "module" || place.area === "test" || isTest(path)) return undefined;
  if (place.area === "domain") return { level: 4, name: "domain" };
  if (place.area === "contract") return { level: 5, name: "contract" };
  if (place.area === "web") return { level: 11, name: "web" };
  const [level, name] = serverLevels.find(([pattern]) => pattern.test(place.rest))?.slice(1) ?? useCases;
  return { level: Number(level), name: `server ${name}` };
}

function complaints(source: Source): { line: number; message: string }[] {
  const from = layerOf(source.path);
  if (from === undefined) return [];
  return source.resolved.flatMap(({ specifier, file, line }) => {
    const to = specifier.startsWith(".") && file !== undefined ? layerOf(file) : undefined;
    if (to === undefined || allowed(from, to)) return [];
    return [{ line, message: `${from.name} may not import ${to.name} (${specifier})` }];
  });
}

function allowed(from: { level: number; name: string }, to: { level: number; name: string }): boolean {
  if (from.name === "web") return ["domain", "contract", "web"].includes(to.name);
  return to.level <= from.level;
}

export const layers: Rule = {
  name: "layers",
  reason:
    "Within a module, domain knows nothing of contract, contract nothing of the server, tables nothing of use cases.",
  check: (project) =>
    [...project.sources.values()].flatMap((source) =>
      complaints(source).map((each) => ({ path: source.path, ...each })),
    ),
};
