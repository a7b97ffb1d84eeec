import { parseSync, visitorKeys } from "oxc-parser";

/** A node of the syntax tree, read by field name: the rules look at few kinds of node and need no type for each. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

export interface Comment {
  readonly value: string;
  readonly start: number;
}

/** One `import`, `export … from` or `import()`; `names` are the imported names, `*` for everything. */
export interface ImportRecord {
  readonly specifier: string;
  readonly start: number;
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
  readonly reExport: boolean;
  readonly names: readonly string[];
}

export interface Syntax {
  readonly program: SyntaxNode;
  readonly comments: readonly Comment[];
  readonly imports: readonly ImportRecord[];
}

/** @throws Error naming the file when the text is not valid TypeScript */
export function parse(path: string, text: string): Syntax {
  const { program, module, comments, errors } = parseSync(path, text);
  const [first] = errors;
  if (first !== undefined) throw new Error(`${path}: ${first.message}`);
  const imports: ImportRecord[] = module.staticImports.map((record) => ({
    specifier: record.moduleRequest.value,
    start: record.start,
    typeOnly: record.entries.length > 0 && record.entries.every((entry) => entry.isType),
    dynamic: false,
    reExport: false,
    names: record.entries.map((entry) => entry.importName.name ?? "*"),
  }));
  for (const statement of module.staticExports) {
    const [entry] = statement.entries;
    if (!entry?.moduleRequest) continue;
    imports.push({
      specifier: entry.moduleRequest.value,
      start: statement.start,
      typeOnly: statement.entries.every((each) => each.isType),
      dynamic: false,
      reExport: true,
      names: statement.entries.map((each) => each.importName.name ?? "*"),
    });
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (literal?.[1] === undefined) continue;
    imports.push({ specifier: literal[1], start, typeOnly: false, dynamic: true, reExport: false, names: ["*"] });
  }
  return { program: program as unknown as SyntaxNode, comments, imports };
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === "object" && value !== null && typeof (value as { type?: unknown }).type === "string";
}

/** The field as a node, when it is one. */
export function child(node: SyntaxNode | undefined, field: string): SyntaxNode | undefined {
  const value = node?.[field];
  return isNode(value) ? value : undefined;
}

/** The name of an identifier. */
export function nameOf(node: SyntaxNode | undefined): string | undefined {
  const name = node?.["name"];
  return typeof name === "string" ? name : undefined;
}

/** The value of a string literal, or the text of a template around its holes. */
export function stringOf(node: SyntaxNode | undefined): string | undefined {
  if (node?.type === "Literal" && typeof node["value"] === "string") return node["value"];
  if (node?.type !== "TemplateLiteral") return undefined;
  const parts = node["quasis"];
  if (!Array.isArray(parts)) return undefined;
  return parts.map((part: { value: { cooked: string | null } }) => part.value.cooked ?? "").join("…");
}

/** The nodes directly below, in source order. */
export function children(node: SyntaxNode): SyntaxNode[] {
  return (visitorKeys[node.type] ?? []).flatMap((field) => {
    const value = node[field];
    if (Array.isArray(value)) return value.filter(isNode);
    return isNode(value) ? [value] : [];
  });
}

/** Visits every node, parents first; `visit` returns false to leave out what is below. `ancestors` ends with the parent. */
export function walk(
  root: SyntaxNode,
  visit: (node: SyntaxNode, ancestors: readonly SyntaxNode[]) => false | void,
): void {
  const ancestors: SyntaxNode[] = [];
  const step = (node: SyntaxNode): void => {
    if (visit(node, ancestors) === false) return;
    ancestors.push(node);
    for (const next of children(node)) step(next);
    ancestors.pop();
  };
  step(root);
}
