const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]/gu;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63]/gu;

/**
 * Compatibility form of a typed value: full-width letters and digits become half-width (NFKC), invisible characters of
 * copied text vanish, every kind of dash becomes `-`, runs of white space become one blank.
 */
export const foldText = (raw: string): string =>
  raw.normalize("NFKC").replace(INVISIBLE, "").replace(DASHES, "-").replace(/\s+/gu, " ").trim();

/** Latin letters without diacritics, lower case: `Müller` → `muller`, `Łódź` → `lodz`. Other scripts stay. */
export const foldDiacritics = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[łøđðþßæœı]/gu, (c) => LETTERS[c] ?? c)
    .normalize("NFC");

/** Letters that Unicode does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: "l",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};
