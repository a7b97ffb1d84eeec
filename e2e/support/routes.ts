import { readFileSync } from "node:fs";
import { join } from "node:path";
import { child, nameOf, parse, type SyntaxNode, stringOf, walk } from "../../tools/architecture/syntax.ts";
import { filesBelow } from "../../tools/run/fingerprint.mjs";
import { root } from "../../tools/run/paths.mjs";

/** A page of the product as its module declares it. */
export interface Route {
  /** With parameters, e.g. `/projects/$projectId/board`. */
  readonly path: string;
  readonly isPublic: boolean;
}

function fields(object: SyntaxNode): Map<string, SyntaxNode | undefined> {
  const properties = object["properties"] as SyntaxNode[];
  return new Map(properties.map((property) => [nameOf(child(property, "key")) ?? "", child(property, "value")]));
}

/** Routes in one source: object literals with a `path` and a `load`. */
export function routesIn(path: string, text: string): Route[] {
  const found: Route[] = [];
  walk(parse(path, text).program, (node) => {
    if (node.type !== "ObjectExpression") return;
    const field = fields(node);
    const address = stringOf(field.get("path"));
    if (address?.startsWith("/") && field.has("load"))
      found.push({ path: address, isPublic: stringOf(field.get("access")) === "public" });
  });
  return found;
}

/** Every page that the modules of the product declare. */
export function allRoutes(): Route[] {
  const sources = filesBelow(root, ["modules"]).filter((path) => /^modules\/[^/]+\/src\/web\/.+\.tsx?$/.test(path));
  return sources.flatMap((path) => routesIn(path, readFileSync(join(root, path), "utf8")));
}

/** The route that an address belongs to; a fixed word is preferred to a parameter. */
export function routeOf(routes: readonly Route[], address: string): Route | undefined {
  const segments = address.split("/");
  const fitting = routes.filter(({ path }) => {
    const parts = path.split("/");
    return parts.length === segments.length && parts.every((part, i) => part.startsWith("$") || part === segments[i]);
  });
  const parameters = ({ path }: Route) => path.split("$").length;
  return fitting.toSorted((a, b) => parameters(a) - parameters(b))[0];
}
