export interface XmlLimits {
  readonly maxChars: number;
  readonly maxDepth: number;
}

export type XmlGuardFault = "too-long" | "too-deep" | "doctype" | "unclosed" | "reserved-name";

/** Element names that the parser renames or throws on, because they exist on every JavaScript object. */
const RESERVED =
  /^(?:__proto__|prototype|constructor|toString|valueOf|toLocaleString|hasOwnProperty|isPrototypeOf|propertyIsEnumerable|__\w+__)$/;

/** End of a construct that begins at `from`, or −1 when it never closes. */
function skipTo(xml: string, closing: string, from: number): number {
  const at = xml.indexOf(closing, from);
  return at < 0 ? -1 : at + closing.length;
}

/** End of a tag: the first `>` outside quotes, so that `>` may stand in an attribute. */
function endOfTag(xml: string, from: number): number {
  let at = from;
  while (at < xml.length) {
    const character = xml[at];
    if (character === ">") return at + 1;
    if (character === '"' || character === "'") {
      at = xml.indexOf(character, at + 1);
      if (at < 0) return -1;
    }
    at++;
  }
  return -1;
}

/**
 * One linear pass before the parser sees the text: bounds length and depth, and refuses every document type
 * declaration, so that no entity is ever defined, let alone expanded. Null when nothing speaks against parsing.
 */
export function guardXml(xml: string, limits: XmlLimits): XmlGuardFault | null {
  if (xml.length > limits.maxChars) return "too-long";
  let depth = 0;
  let at = xml.indexOf("<");
  while (at >= 0) {
    let end: number;
    if (xml.startsWith("<!--", at)) end = skipTo(xml, "-->", at + 4);
    else if (xml.startsWith("<![CDATA[", at)) end = skipTo(xml, "]]>", at + 9);
    else if (xml.startsWith("<?", at)) end = skipTo(xml, "?>", at + 2);
    else if (xml.startsWith("<!", at)) return "doctype";
    else {
      end = endOfTag(xml, at + 1);
      if (end < 0) return "unclosed";
      const name = /^[^\s/>]*/.exec(xml.slice(at + 1, Math.min(end, at + 40)))?.[0] ?? "";
      if (RESERVED.test(name)) return "reserved-name";
      if (xml[at + 1] === "/") depth--;
      else if (xml[end - 2] !== "/") depth++;
      if (depth > limits.maxDepth) return "too-deep";
    }
    if (end < 0) return "unclosed";
    at = xml.indexOf("<", end);
  }
  return null;
}
