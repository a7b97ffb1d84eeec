import { ok } from "@yutu/kernel";
import { type Matched, refuseMatch } from "../problems.ts";
import { simplifyCharacters } from "./chinese-characters.ts";
import { COMPOUND_SURNAMES } from "./compound-surnames.ts";
import { foldDiacritics, foldText } from "./fold-text.ts";

export interface NormalName {
  readonly script: "han" | "latin" | "mixed";
  /** Family name; for Latin names known only from `Family, Given` or two-part input, else null. */
  readonly family: string | null;
  readonly given: string | null;
  /** Written form for comparing: simplified characters without blanks, or lower-case Latin words. */
  readonly full: string;
  /** As `full`, but Latin words in alphabetical order, so that `Wei Zhang` and `Zhang Wei` meet. */
  readonly key: string;
  /** Part of the name is hidden (张**): usable as weak evidence only, never as a key. */
  readonly masked: boolean;
}

const HAN_HONORIFICS = /(?:先生|女士|小姐|太太|夫人|同学|老师|经理|老板|阿姨|师傅)$/u;
const LATIN_TITLES = new Set("mr mrs ms miss mx dr prof sir madam".split(" "));
const LATIN_SUFFIXES = new Set("jr sr ii iii iv phd md esq".split(" "));
const PLACEHOLDERS = new Set(
  "test testing null none unknown anonymous guest user n/a na 测试 匿名 匿名用户 未知 无 游客 用户 微信用户 先生 女士".split(
    " ",
  ),
);
const MASK = /[*＊×✱●○某]|x{2,}/giu;

/**
 * Brings a person's name to one form. Chinese: simplified characters, no blanks, honorifics removed, compound surnames
 * recognised, the interpunct of minority names (买买提·艾力) unified. Latin: case, diacritics, titles and punctuation
 * removed; `Family, Given` is turned round.
 */
export function normaliseName(raw: string): Matched<NormalName> {
  const text = foldText(raw);
  if (text === "") return refuseMatch("emptyValue", "the name is empty");
  if (PLACEHOLDERS.has(text.toLowerCase())) return refuseMatch("placeholder", "the name stands for no person");
  if (!/\p{L}/u.test(text)) return refuseMatch("notAName", "the text holds no letter");
  const han = /\p{Script=Han}/u.test(text);
  const latin = /\p{Script=Latin}/u.test(text.replace(MASK, ""));
  if (han && !latin) return hanName(text);
  return latinName(text, han);
}

function hanName(text: string): Matched<NormalName> {
  const masked = text.search(MASK) >= 0;
  const plain = simplifyCharacters(text.replace(/[・•‧.．∙]/gu, "·"))
    .replace(/[^\p{L}\p{N}·*某]/gu, "")
    .replace(MASK, "*");
  const full = plain.length > 2 ? plain.replace(HAN_HONORIFICS, "") : plain;
  if (full === "" || !/\p{L}/u.test(full)) return refuseMatch("notAName", "only an honorific is left of the name");
  const { family, given } = splitHanName(full);
  return ok({ script: "han", family, given, full, key: full, masked });
}

/** Surname and given name of a Chinese name; names with an interpunct have no surname in this sense. */
export function splitHanName(full: string): { family: string | null; given: string | null } {
  const letters = Array.from(full);
  if (full.includes("·")) return { family: null, given: letters.slice(0, letters.indexOf("·")).join("") };
  const compound = letters.length > 2 && COMPOUND_SURNAMES.has(letters.slice(0, 2).join(""));
  const split = compound ? 2 : 1;
  return { family: letters.slice(0, split).join(""), given: letters.slice(split).join("") || null };
}

function latinName(text: string, mixed: boolean): Matched<NormalName> {
  const masked = /[*●○✱]/u.test(text);
  const folded = simplifyCharacters(foldDiacritics(text)).replace(/(?<=\p{L})['’`´](?=\p{L})/gu, "");
  const comma = folded.indexOf(",");
  const turned = comma > 0 ? `${folded.slice(comma + 1)} ${folded.slice(0, comma)}` : folded;
  const words = wordsOf(turned);
  if (words.length === 0) return refuseMatch("notAName", "only a title is left of the name");
  const familyWords = comma > 0 ? wordsOf(folded.slice(0, comma)).length : words.length === 2 ? 1 : 0;
  const known = familyWords > 0 && familyWords < words.length;
  return ok({
    script: mixed ? "mixed" : "latin",
    family: known ? words.slice(-familyWords).join(" ") : null,
    given: known ? words.slice(0, -familyWords).join(" ") : null,
    full: words.join(" "),
    key: words.toSorted().join(" "),
    masked,
  });
}

const wordsOf = (text: string): string[] =>
  text.split(/[^\p{L}\p{N}*]+/u).filter((word) => word !== "" && !LATIN_TITLES.has(word) && !LATIN_SUFFIXES.has(word));
