import { isTest, placeOf } from "../places.ts";
import type { Rule, Source } from "../project.ts";

/**
 * A layer's place in the order of dependency. It may be imported from its level and above, and imports up to its reach:
 * the same, but for the parts that use cases share, which may be built on use cases or under the repository.
 */
interface Layer {
  readonly name: string;
  readonly level: number;
  readonly reach: number;
}

const layer = (name: string, level: number, reach = level): Layer => ({ name, level, reach });

/** The order within a module's server (architecture.md). */
const serverLayers: readonly (readonly [RegExp, Layer])[] = [
  [/^tables(\/|\.ts$)/, layer("server tables", 6)],
  [/^repositor(y|ies)(\/|\.ts$)/, layer("server repository", 7)],
  [/^(commands|queries)\//, layer("server use cases", 8)],
  [/^(operations|subscribers|jobs)(\/|\.ts$)/, layer("server adapters", 9)],
  [/^index\.ts$/, layer("server index", 10)],
];
const serverParts = layer("server parts", 7, 8);

/** The layer of a file in a module; tests stand outside. */
export function layerOf(path: string): Layer | undefined {
  const place = placeOf(path);
  if (place.kind !== "module" || place.area === "test" || isTest(path)) return undefined;
  if (place.area === "domain") return layer("domain", 4);
  if (place.area === "contract") return layer("contract", 5);
  if (place.area === "web") return layer("web", 11);
  return serverLayers.find(([pattern]) => pattern.test(place.rest))?.[1] ?? serverParts;
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

function allowed(from: Layer, to: Layer): boolean {
  if (from.name === "web") return ["domain", "contract", "web"].includes(to.name);
  return to.level <= from.reach;
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
