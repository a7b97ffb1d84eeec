import { escapeAttribute, escapeText } from "./characters.ts";
import type { XmlElement, XmlNode } from "./node.ts";

const attributes = (node: XmlElement): string =>
  Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`)
    .join("");

function inline(node: XmlNode): string {
  switch (node.kind) {
    case "text":
      return escapeText(node.text);
    case "cdata":
      return `<![CDATA[${node.text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;
    case "comment":
      return `<!--${node.text}-->`;
    case "element": {
      const open = `<${node.name}${attributes(node)}`;
      return node.children.length === 0 ? `${open}/>` : `${open}>${node.children.map(inline).join("")}</${node.name}>`;
    }
  }
}

function write(node: XmlNode, indent: string, lines: string[]): void {
  const isBlock =
    node.kind === "element" &&
    node.children.some((child) => child.kind === "element") &&
    node.children.every((child) => child.kind === "element" || child.kind === "comment");
  if (!isBlock) {
    lines.push(indent + inline(node));
    return;
  }
  lines.push(`${indent}<${node.name}${attributes(node)}>`);
  for (const child of node.children) write(child, `${indent}  `, lines);
  lines.push(`${indent}</${node.name}>`);
}

/** One element per line, indented; elements with text stay on one line so that no white space is added to them. */
export function writeXml(root: XmlElement): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'];
  write(root, "", lines);
  return `${lines.join("\n")}\n`;
}
