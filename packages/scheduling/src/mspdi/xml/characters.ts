/** Whether XML 1.0 can carry a character at all (production 2 of the recommendation). */
export function isXmlCodePoint(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || (code >= 0x10000 && code <= 0x10ffff);
}

/** Whether every character of `text` can be written; lone surrogates cannot. */
export function isXmlText(text: string): boolean {
  for (const character of text) if (!isXmlCodePoint(character.codePointAt(0) ?? 0)) return false;
  return true;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
};

export const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (character) => ESCAPES[character] ?? "");

/** In attributes, tab and newline would be normalised to spaces by a reader. */
export const escapeAttribute = (text: string): string =>
  text.replace(/[&<>"\r\n\t]/g, (character) => ESCAPES[character] ?? `&#${character.charCodeAt(0)};`);

const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

function reference(name: string): string | null {
  if (!name.startsWith("#")) return NAMED.get(name) ?? null;
  const code = /^#x[0-9a-f]{1,6}$/i.test(name)
    ? Number.parseInt(name.slice(2), 16)
    : /^#[0-9]{1,7}$/.test(name)
      ? Number.parseInt(name.slice(1), 10)
      : -1;
  return isXmlCodePoint(code) ? String.fromCodePoint(code) : null;
}

/**
 * Decodes the five predefined entities and character references; null when there is any other entity, a bare
 * ampersand, or a character that XML cannot carry. Line ends become \n as the recommendation demands. O(length).
 */
export function decodeText(raw: string): string | null {
  const lines = raw.includes("\r") ? raw.replace(/\r\n?/g, "\n") : raw;
  if (!isXmlText(lines)) return null;
  if (!lines.includes("&")) return lines;
  let failed = false;
  const decoded = lines.replace(/&([^;&\s]{0,10};)?/g, (_, name: string | undefined) => {
    const value = name === undefined ? null : reference(name.slice(0, -1));
    if (value === null) failed = true;
    return value ?? "";
  });
  return failed ? null : decoded;
}
