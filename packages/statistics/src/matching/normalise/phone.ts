import { ok } from "@yutu/kernel";
import { type Matched, refuseMatch } from "../problems.ts";
import { callingCodeOf } from "./calling-codes.ts";
import { foldText } from "./fold-text.ts";

/** `service`: 400/800 numbers, which belong to a company and never identify a person. `international`: not +86. */
export type PhoneKind = "mobile" | "landline" | "service" | "international";

export interface NormalPhone {
  /** E.164, e.g. `+8613812345678`. */
  readonly e164: string;
  readonly kind: PhoneKind;
  /** Extension of a switchboard number; two extensions are two people. */
  readonly extension: string | null;
  /** One repeated digit or counting digits: what people type to get past a form. Do not join customers by it. */
  readonly placeholder: boolean;
}

export interface PhoneOptions {
  /** Area code that 7 or 8 digit local numbers get, with or without its 0, e.g. `010`. */
  readonly areaCode?: string;
}

const LABEL = /^(?:tel|phone|mobile|mob|cell|fax|电话|手机|手机号|手机号码|联系电话|固话|座机)\s*[:.]?\s*/iu;
const EXTENSION = /\s*(?:转|分机|ext\.?|extension|x|#)\s*:?\s*(\d{1,6})$/iu;
/** 一 or ー between digits is a dash typed with a Chinese or Japanese input method. */
const TYPED_DASH = /(?<=\d)[\u4e00\u30fc](?=\d)/gu;
const SEPARATORS = /[\s().\-/_,;'"·•[\]]/gu;
const MOBILE = /^1[3-9]\d{9}$/u;
/** 010 and 02x have 8 local digits, the other areas 7 or 8; local numbers start with 2 to 8. */
const LANDLINE = /^(?:(?:10|2[0-57-9])[2-8]\d{7}|[3-9]\d{2}[2-8]\d{6,7})$/u;
const SERVICE = /^[48]00\d{7}$/u;

/**
 * Brings a telephone number to E.164. Mainland China is the home country: mobiles and landlines are understood with or
 * without +86, 0086, trunk zero, separators and full-width digits; anything else needs its country code.
 * @returns a refusal for text that is no number, a masked number (138****5678) and a local number without area code
 */
export function normalisePhone(raw: string, options: PhoneOptions = {}): Matched<NormalPhone> {
  const text = foldText(raw).replace(LABEL, "").replace(TYPED_DASH, "-");
  if (text === "") return refuseMatch("emptyValue", "the telephone number is empty");
  if (/\d\s*[*xX]{2,}|[*]{2,}/u.test(text)) return refuseMatch("masked", "digits of the telephone number are hidden");
  const marked = EXTENSION.exec(text);
  const main = marked === null ? text : text.slice(0, marked.index);
  const split = splitTrailingExtension(main);
  const extension = marked?.[1] ?? split.extension;
  const compact = split.main.replace(/\(0\)/u, "").replace(SEPARATORS, "");
  if (!/^\+?\d{5,18}$/u.test(compact)) return refuseMatch("notAPhone", "the text holds other signs than a number has");
  const international = toInternational(compact);
  if (international !== null) return fromInternational(international, extension);
  return fromDomestic(compact, extension, options.areaCode);
}

/** `010-12345678-801`: a third group after a whole landline is an extension. */
function splitTrailingExtension(text: string): { main: string; extension: string | null } {
  const found = /^(.*?0\d{2,3}[)\s-]+[2-8]\d{6,7})\s*-\s*(\d{1,6})$/u.exec(text);
  return found?.[1] === undefined ? { main: text, extension: null } : { main: found[1], extension: found[2] ?? null };
}

/** Digits after the international prefix, or null for a number in the domestic form. */
function toInternational(compact: string): string | null {
  if (compact.startsWith("+")) return compact.slice(1).replace(/^00/u, "");
  if (compact.startsWith("00")) return compact.slice(2);
  return /^86(?:1[3-9]\d{9}|0\d{9,11})$/u.test(compact) ? compact : null;
}

function fromInternational(digits: string, extension: string | null): Matched<NormalPhone> {
  if (digits.startsWith("86")) return fromDomestic(digits.slice(2), extension, undefined);
  if (callingCodeOf(digits) === null) return refuseMatch("notAPhone", "the country code is not assigned");
  if (!/^\d{7,15}$/u.test(digits)) return refuseMatch("notAPhone", "an international number has 7 to 15 digits");
  const placeholder = isPlaceholder(digits.slice(2));
  return ok({ e164: `+${digits}`, kind: "international", extension, placeholder });
}

function fromDomestic(compact: string, extension: string | null, areaCode: string | undefined): Matched<NormalPhone> {
  const digits = compact.replace(/^0+/u, "");
  const kind = domesticKind(digits);
  if (kind === null && /^[2-8]\d{6,7}$/u.test(compact)) {
    if (areaCode === undefined) return refuseMatch("areaCodeNeeded", "seven or eight digits need an area code");
    return fromDomestic(`${areaCode}${compact}`, extension, undefined);
  }
  if (kind === null) return refuseMatch("notAPhone", "neither a mobile nor a landline number of mainland China");
  const placeholder = isPlaceholder(digits.slice(kind === "mobile" ? 3 : -7));
  return ok({ e164: `+86${digits}`, kind, extension, placeholder });
}

function domesticKind(digits: string): PhoneKind | null {
  if (MOBILE.test(digits)) return "mobile";
  if (SERVICE.test(digits)) return "service";
  return LANDLINE.test(digits) ? "landline" : null;
}

/** All digits equal, or counting up or down through all of them. */
function isPlaceholder(subscriber: string): boolean {
  const steps = new Set<number>();
  for (let i = 1; i < subscriber.length; i++) {
    steps.add((Number(subscriber[i]) - Number(subscriber[i - 1]) + 10) % 10);
  }
  const [step] = steps;
  return steps.size === 1 && step !== undefined && (step === 0 || step === 1 || step === 9);
}
