import { isBuiltin } from "node:module";
import { isPure, isTest, placeOf } from "../places.ts";
import type { Import, Rule, Source } from "../project.ts";
import { child, children, nameOf, type SyntaxNode, walk } from "../syntax.ts";

/** Packages of npm that compute and do nothing else. */
const pureExternals = new Set(["zod", "rrule", "fast-xml-parser"]);

/** Names that reach the clock, randomness, the network, the machine or the browser. */
const impureGlobals = new Set(
  [
    "process globalThis global window self document navigator location localStorage sessionStorage indexedDB",
    "performance crypto fetch XMLHttpRequest WebSocket EventSource Worker",
    "setTimeout setInterval setImmediate requestAnimationFrame console Buffer require",
  ].flatMap((line) => line.split(" ")),
);
const impureMembers = new Set(["Date.now", "Math.random", "Temporal.Now"]);

/** Why a pure file may not import this, or nothing when it may. */
function importComplaint(from: string, { specifier, file, external, workspace }: Import): string | undefined {
  if (external !== undefined) {
    if (isBuiltin(specifier)) return `${specifier} is part of Node`;
    return pureExternals.has(external) ? undefined : `${specifier} is not on the list of pure packages`;
  }
  if (workspace === undefined) return undefined;
  if (workspace.folder === "packages/contract" && placeOf(from).kind === "module") return undefined;
  return file !== undefined && isPure(file) ? undefined : `${specifier} is not pure`;
}

const typeFields = new Set(["TSTypeAnnotation", "TSTypeParameterInstantiation", "TSTypeParameterDeclaration"]);
const declarations = new Set(["TSInterfaceDeclaration", "TSTypeAliasDeclaration"]);

/** Every name the file itself declares: such a name is not the global one. */
function declaredNames(program: SyntaxNode): Set<string> {
  const names = new Set<string>();
  const bind = (pattern: SyntaxNode | undefined): void => {
    if (pattern === undefined) return;
    if (pattern.type === "Identifier") names.add(nameOf(pattern) ?? "");
    else if (pattern.type === "Property") bind(child(pattern, "value"));
    else if (pattern.type === "AssignmentPattern") bind(child(pattern, "left"));
    else for (const part of children(pattern)) if (!typeFields.has(part.type)) bind(part);
  };
  walk(program, (node) => {
    if (node.type === "VariableDeclarator" || node.type === "FunctionDeclaration" || node.type === "ClassDeclaration")
      bind(child(node, "id"));
    if (node.type.endsWith("Specifier")) bind(child(node, "local"));
    if (node.type === "CatchClause") bind(child(node, "param"));
    const params = node["params"];
    if (Array.isArray(params)) for (const param of params as SyntaxNode[]) bind(param);
  });
  return names;
}

function globalsUsed(source: Source): { name: string; at: number }[] {
  const own = declaredNames(source.program);
  const used: { name: string; at: number }[] = [];
  walk(source.program, (node, ancestors) => {
    if (typeFields.has(node.type) || declarations.has(node.type)) return false;
    if (node.type === "MetaProperty" && nameOf(child(node, "meta")) === "import")
      used.push({ name: "import.meta", at: node.start });
    const isDate = nameOf(child(node, "callee")) === "Date" && !own.has("Date");
    if (isDate && node.type === "CallExpression") used.push({ name: "Date()", at: node.start });
    if (isDate && node.type === "NewExpression" && (node["arguments"] as unknown[]).length === 0)
      used.push({ name: "new Date()", at: node.start });
    if (node.type === "MemberExpression") {
      const name = `${nameOf(child(node, "object"))}.${nameOf(child(node, "property"))}`;
      if (impureMembers.has(name)) used.push({ name, at: node.start });
    }
    if (node.type !== "Identifier" || !isReference(node, ancestors[ancestors.length - 1])) return;
    const name = nameOf(node) ?? "";
    if (impureGlobals.has(name) && !own.has(name)) used.push({ name, at: node.start });
  });
  return used;
}

/** Whether the identifier reads a variable, rather than naming a property. */
function isReference(node: SyntaxNode, parent: SyntaxNode | undefined): boolean {
  if (parent === undefined || parent["computed"] === true) return true;
  if (parent.type === "MemberExpression") return parent["property"] !== node;
  if (parent.type === "Property") return parent["key"] !== node;
  return !["MethodDefinition", "PropertyDefinition", "TSEnumMember", "TSQualifiedName", "LabeledStatement"].includes(
    parent.type,
  );
}

export const pureFolders: Rule = {
  name: "pure-folders",
  reason:
    "Domain, contract and the calculating packages take time and randomness as arguments and run in a browser and a test alike.",
  check: (project) =>
    [...project.sources.values()]
      .filter(({ path }) => isPure(path) && !isTest(path))
      .flatMap((source) => [
        ...source.resolved.flatMap((each) => {
          const complaint = importComplaint(source.path, each);
          return complaint === undefined ? [] : [{ path: source.path, line: each.line, message: complaint }];
        }),
        ...globalsUsed(source).map(({ name, at }) => ({
          path: source.path,
          line: source.lineAt(at),
          message: `${name} in a pure file`,
        })),
      ]),
};
