/** Whether a text has only characters that RFC 5545 allows in TEXT: no controls but tab and line feed. */
export function isTextValue(text: string): boolean {
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if ((code < 0x20 && code !== 0x9 && code !== 0xa) || code === 0x7f || (code >= 0xd800 && code <= 0xdfff))
      return false;
  }
  return true;
}

/** RFC 5545, 3.3.11. Carriage returns join the line feed they belong to. */
export const escapeText = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll("\n", "\\n");

export const unescapeText = (text: string): string =>
  text.replace(/\\([\\;,nN])/g, (_, character: string) => (character === "n" || character === "N" ? "\n" : character));

/** Splits at commas that are not escaped. */
export function splitList(text: string): string[] {
  const items: string[] = [];
  let item = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === "\\") item += character + (text[++at] ?? "");
    else if (character === ",") {
      items.push(item);
      item = "";
    } else item += character;
  }
  return [...items, item];
}
