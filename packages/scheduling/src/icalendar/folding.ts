/** RFC 5545, 3.1: lines end in CRLF and are at most 75 octets long without it. */
const MAX_OCTETS = 75;

const octets = (codePoint: number): number =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/**
 * Folds one content line after at most 75 octets of UTF-8, never inside a character (so Chinese text survives readers
 * that decode line by line). Continuations begin with a space, which counts. O(length).
 */
export function fold(line: string): string {
  let folded = "";
  let used = 0;
  for (const character of line) {
    const size = octets(character.codePointAt(0) ?? 0);
    if (used + size > MAX_OCTETS) {
      folded += "\r\n ";
      used = 1;
    }
    folded += character;
    used += size;
  }
  return `${folded}\r\n`;
}

/** The content lines of a text with the number each begins on, counted from 1. */
export function unfold(text: string): { readonly line: string; readonly number: number }[] {
  const lines: { line: string; number: number }[] = [];
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/.test(raw) && last !== undefined) last.line += raw.slice(1);
    else if (raw !== "") lines.push({ line: raw, number: index + 1 });
  }
  return lines;
}
