/** An XML document as plain data. Text is decoded; processing instructions are not kept. */
export type XmlNode = XmlElement | XmlText;

export interface XmlText {
  readonly kind: "text" | "cdata" | "comment";
  readonly text: string;
}

export interface XmlElement {
  readonly kind: "element";
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
}

export const element = (
  name: string,
  children: readonly XmlNode[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement => ({ kind: "element", name, attributes, children });

export const text = (value: string): XmlText => ({ kind: "text", text: value });

/** All character data directly inside an element, comments left out. */
export const textOf = (node: XmlElement): string =>
  node.children.map((child) => (child.kind === "text" || child.kind === "cdata" ? child.text : "")).join("");

export const hasElements = (node: XmlElement): boolean => node.children.some((child) => child.kind === "element");
