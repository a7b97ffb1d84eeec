import { intlTag, type Locale } from "./locale.ts";

export interface WordFormats {
  /** `天猫、抖音和小红书`, `Tmall, Douyin, and RED`. */
  readonly list: (items: readonly string[]) => string;
  /** Without "and": `天猫、抖音`, `Tmall, Douyin`. */
  readonly enumerate: (items: readonly string[]) => string;
  /** Order of names: pinyin in Chinese; digits by value. */
  readonly compare: (a: string, b: string) => number;
}

export function wordFormats(locale: Locale): WordFormats {
  const tag = intlTag(locale);
  const conjunction = new Intl.ListFormat(tag, { type: "conjunction" });
  const collator = new Intl.Collator(tag, { numeric: true });
  const separator = locale === "en" ? ", " : "、";
  return {
    list: (items) => conjunction.format(items),
    enumerate: (items) => items.join(separator),
    compare: collator.compare,
  };
}
