import { isGallery, isTest, isWeb } from "../places.ts";
import type { Rule, Source, Violation } from "../project.ts";
import { child, nameOf, type SyntaxNode, stringOf, walk } from "../syntax.ts";

/** Attributes and properties whose text a person reads. */
const readByPeople = new Set(
  [
    "title subTitle placeholder label alt description message tooltip extra help caption",
    "okText cancelText emptyText notFoundContent aria-label aria-description aria-placeholder aria-valuetext",
  ].flatMap((line) => line.split(" ")),
);
/** Elements whose text is the same in every language. */
const untranslated = new Set(["code", "kbd", "pre", "style"]);
/** Written the same in every language: the name of the product, and languages by their own names. */
const names = /域图|Yutu|简体中文|English/g;

const hasLetters = (text: string) => /\p{L}/u.test(text.replace(names, ""));
const hasHan = (text: string) => /\p{Script=Han}/u.test(text.replace(names, ""));
const isMessages = (path: string) => /(^|[/-])(messages|words)(\/|[.-])/.test(path);

function elementName(element: SyntaxNode | undefined): string | undefined {
  return nameOf(child(child(element, "openingElement"), "name"));
}

/** Text of an attribute: `title="x"` or `title={"x"}`. */
function attributeText(node: SyntaxNode): string | undefined {
  const value = child(node, "value");
  return stringOf(value?.type === "JSXExpressionContainer" ? child(value, "expression") : value);
}

function rawText(node: SyntaxNode, parent: SyntaxNode | undefined): string | undefined {
  const inElement = parent?.type === "JSXElement" || parent?.type === "JSXFragment";
  if (node.type === "JSXText" && !untranslated.has(elementName(parent) ?? "")) {
    const text = String(node["value"]).trim();
    return hasLetters(text) ? text : undefined;
  }
  if (node.type === "JSXExpressionContainer" && inElement && !untranslated.has(elementName(parent) ?? "")) {
    const text = stringOf(child(node, "expression"));
    return text !== undefined && hasLetters(text) ? text : undefined;
  }
  if (node.type === "JSXAttribute" && readByPeople.has(nameOf(child(node, "name")) ?? "")) {
    const text = attributeText(node);
    return text !== undefined && hasLetters(text) ? text : undefined;
  }
  const text = node.type === "Literal" || node.type === "TemplateLiteral" ? stringOf(node) : undefined;
  return text !== undefined && hasHan(text) ? text : undefined;
}

/** A descriptor's label has its words in both languages at once: `{ zh: "任务", en: "Tasks" }`. */
function isInBothLanguages(node: SyntaxNode): boolean {
  if (node.type !== "ObjectExpression") return false;
  const keys = (node["properties"] as SyntaxNode[]).map((property) => nameOf(child(property, "key")));
  return keys.length === 2 && keys.includes("zh") && keys.includes("en");
}

function violations(source: Source): Violation[] {
  const found = new Map<number, Violation>();
  walk(source.program, (node, ancestors) => {
    if (isInBothLanguages(node)) return false;
    const text = rawText(node, ancestors[ancestors.length - 1]);
    if (text === undefined) return;
    const line = source.lineAt(node.start + (node.type === "JSXText" ? String(node["value"]).search(/\S/) : 0));
    found.set(line, { path: source.path, line, message: `raw text «${text.slice(0, 40)}»: move it to messages.ts` });
    return false;
  });
  return [...found.values()];
}

export const textInMessages: Rule = {
  name: "text-in-messages",
  reason: "Everything a person reads exists in both languages, so no component holds text of its own.",
  check: (project) =>
    [...project.sources.values()]
      .filter(({ path }) => isWeb(path) && !isTest(path) && !isGallery(path) && !isMessages(path))
      .flatMap(violations),
};
