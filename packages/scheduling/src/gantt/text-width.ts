/** Ranges of characters that take two columns of a terminal: CJK, kana, hangul, full-width forms, emoji. */
const WIDE: readonly (readonly [from: number, to: number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

const widthOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return WIDE.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
};

/** Columns a text takes in a fixed-width font, after Unicode Standard Annex 11 (East Asian Width). */
export function textWidth(text: string): number {
  let width = 0;
  for (const char of text) width += widthOf(char);
  return width;
}

/** The text cut or padded to a number of columns. */
export function fit(text: string, columns: number): string {
  let kept = "";
  let width = 0;
  const limit = textWidth(text) > columns ? columns - 1 : columns;
  for (const char of text) {
    if (width + widthOf(char) > limit) break;
    kept += char;
    width += widthOf(char);
  }
  if (limit < columns) {
    kept += "~";
    width += 1;
  }
  return kept + " ".repeat(columns - width);
}
