import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { mspdiMalformedXml, mspdiUnsafeXml } from "../problems.ts";
import { decodeText } from "./characters.ts";
import { guardXml, type XmlGuardFault, type XmlLimits } from "./guard.ts";
import { element, type XmlElement, type XmlNode } from "./node.ts";

type Refusal = Problem<"scheduling/mspdi-malformed-xml" | "scheduling/mspdi-unsafe-xml">;

const UNSAFE: Record<XmlGuardFault, string> = {
  "too-long": "the text is longer than allowed",
  "too-deep": "elements are nested deeper than allowed",
  doctype: "document type declarations are not allowed",
  unclosed: "a tag, comment or section never closes",
  "reserved-name": "an element has a name that is not allowed",
};

const malformed = (detail: string, line?: number): Refusal =>
  problem(mspdiMalformedXml, `this is not well-formed XML: ${detail}`, {
    params: line === undefined ? { rule: "well-formed" } : { rule: "well-formed", line },
  });

/** What the parser yields in order-preserving mode, before it is checked. */
type Raw = Readonly<Record<string, unknown>>;

const isRaw = (value: unknown): value is Raw => typeof value === "object" && value !== null && !Array.isArray(value);

const parser = (maxDepth: number): XMLParser =>
  new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    processEntities: false,
    htmlEntities: false,
    trimValues: false,
    parseTagValue: false,
    parseAttributeValue: false,
    commentPropName: "#comment",
    cdataPropName: "#cdata",
    maxNestedTags: maxDepth + 1,
  });

/** The parser's data as our nodes; a string is the reason why it cannot be. */
function convert(item: unknown): XmlNode | string | null {
  if (!isRaw(item)) return "unexpected content";
  const name = Object.keys(item).find((key) => key !== ":@") ?? "";
  const content = item[name];
  if (name === "#text") {
    const decoded = decodeText(String(content));
    return decoded === null ? "an entity or character is not allowed" : { kind: "text", text: decoded };
  }
  if (name.startsWith("?")) return null;
  if (!Array.isArray(content)) return "unexpected content";
  if (name === "#comment" || name === "#cdata") {
    const inner: unknown = content[0];
    const raw = isRaw(inner) ? inner["#text"] : "";
    const value = typeof raw === "string" ? raw : "";
    return { kind: name === "#comment" ? "comment" : "cdata", text: value.replace(/\r\n?/g, "\n") };
  }
  const attributes = convertAttributes(item[":@"]);
  if (attributes === null) return `an attribute of ${name} is not allowed`;
  const children = convertAll(content);
  return typeof children === "string" ? children : element(name, dropLayout(children), attributes);
}

function convertAll(list: readonly unknown[]): XmlNode[] | string {
  const nodes: XmlNode[] = [];
  for (const item of list) {
    const node = convert(item);
    if (typeof node === "string") return node;
    if (node !== null) nodes.push(node);
  }
  return nodes;
}

function convertAttributes(raw: unknown): Record<string, string> | null {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(isRaw(raw) ? raw : {})) {
    const decoded = decodeText(String(value));
    if (decoded === null) return null;
    attributes[key] = decoded;
  }
  return attributes;
}

/** White space between elements is layout; in an element with real text it is content. */
function dropLayout(children: readonly XmlNode[]): readonly XmlNode[] {
  const isLayout = (node: XmlNode): boolean => node.kind === "text" && node.text.trim() === "";
  if (!children.some((node) => node.kind === "element" || node.kind === "comment")) return children;
  const hasText = children.some((node) => (node.kind === "text" && !isLayout(node)) || node.kind === "cdata");
  return hasText ? children : children.filter((node) => !isLayout(node));
}

/**
 * Reads one XML document with the parser's entity processing switched off: predefined entities and character
 * references are decoded here, everything else that starts with an ampersand is refused. Never throws. O(length).
 */
export function readXml(xml: string, limits: XmlLimits): Result<XmlElement, Refusal> {
  const body = xml.startsWith("\uFEFF") ? xml.slice(1) : xml;
  const fault = guardXml(body, limits);
  if (fault === "unclosed") return err(malformed(UNSAFE[fault]));
  if (fault !== null) return err(problem(mspdiUnsafeXml, UNSAFE[fault], { params: { rule: fault } }));
  let parsed: unknown;
  try {
    const valid = XMLValidator.validate(body);
    if (valid !== true) return err(malformed(valid.err.msg.slice(0, 200), valid.err.line));
    parsed = parser(limits.maxDepth).parse(body);
  } catch (cause) {
    return err(malformed(cause instanceof Error ? cause.message.slice(0, 200) : "unreadable"));
  }
  const nodes = convertAll(Array.isArray(parsed) ? parsed : []);
  if (typeof nodes === "string") return err(malformed(nodes));
  const roots = nodes.filter((node): node is XmlElement => node.kind === "element");
  const [root] = roots;
  if (root === undefined || roots.length > 1) return err(malformed("there is not exactly one root element"));
  return ok(root);
}
