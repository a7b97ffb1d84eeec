import { isTest, placeOf } from "./places.ts";
import type { Project, Source } from "./project.ts";
import { child, nameOf, type SyntaxNode, walk } from "./syntax.ts";

export const limits = { fileLines: 400, medianFileLines: 80, functionLines: 50, componentLines: 150 } as const;

/** Something that was measured in lines. */
export interface Measured {
  readonly path: string;
  readonly line: number;
  readonly name: string;
  readonly lines: number;
}

export interface Sizes {
  readonly files: readonly Measured[];
  readonly functions: readonly Measured[];
  readonly components: readonly Measured[];
}

const isFunction = (type: string) => /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(type);

/** The name a function goes by: its own, or that of the variable, property or method that holds it. */
function functionName(node: SyntaxNode, ancestors: readonly SyntaxNode[]): string {
  const own = nameOf(child(node, "id"));
  if (own !== undefined) return own;
  for (let i = ancestors.length - 1; i >= 0; i -= 1) {
    const holder = ancestors[i];
    const name = nameOf(child(holder, "id")) ?? nameOf(child(holder, "key"));
    if (name !== undefined) return name;
    if (holder !== undefined && isFunction(holder.type)) break;
  }
  return "(anonymous)";
}

/** A function in a .tsx file whose name begins with a capital; `memo` and `forwardRef` around it change nothing. */
const isComponent = (path: string, name: string) => path.endsWith(".tsx") && /^\p{Lu}/u.test(name);

function functionsOf(source: Source): Measured[] {
  const found: Measured[] = [];
  walk(source.program, (node, ancestors) => {
    if (!isFunction(node.type)) return;
    const line = source.lineAt(node.start);
    found.push({
      path: source.path,
      line,
      name: functionName(node, ancestors),
      lines: source.lineAt(node.end) - line + 1,
    });
  });
  return found;
}

/** Sizes of everything that is shipped or drives the project; tests may be long lists of cases. */
export function measure(project: Project): Sizes {
  const counted = [...project.sources.values()].filter(({ path }) => !isTest(path) && !path.startsWith("e2e/"));
  const functions = counted.flatMap(functionsOf);
  return {
    files: counted.map(({ path, lines }) => ({ path, line: 1, name: path, lines })),
    functions: functions.filter(({ path, name }) => !isComponent(path, name)),
    components: functions.filter(({ path, name }) => isComponent(path, name)),
  };
}

/** The value below which the given share of the numbers lies; 0 for no numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export interface AreaCount {
  readonly area: string;
  readonly files: number;
  readonly lines: number;
}

/** Files and lines by kind of place, for the printed overview. */
export function countByArea(project: Project): AreaCount[] {
  const counts = new Map<string, { files: number; lines: number }>();
  for (const { path, lines } of project.sources.values()) {
    const place = placeOf(path);
    const area = isTest(path) ? "tests" : place.kind === "module" ? `modules: ${place.area}` : `${place.kind}s`;
    const count = counts.get(area) ?? { files: 0, lines: 0 };
    counts.set(area, { files: count.files + 1, lines: count.lines + lines });
  }
  return [...counts].map(([area, count]) => ({ area, ...count })).toSorted((a, b) => b.lines - a.lines);
}
