/**
 * A cell as people mean it: without surrounding blanks (also full-width and zero-width ones), without the `="…"` or leading
 * apostrophe or tab that exports put around long numbers to save them from Excel, and with full-width digits and signs made plain.
 */
export function cellText(raw: string): string {
  let text = raw;
  const first = text.charCodeAt(0);
  if (first === 61 /* = */) text = /^="(.*)"$/s.exec(text.trim())?.[1] ?? text;
  if (first === 39 /* ' */) text = text.slice(1);
  text = text.trim();
  return TO_MEND.test(text) ? plain(text) : text;
}

/** Characters that `plain` takes away or replaces. */
const TO_MEND = /[\u200b-\u200f\u2060\ufeff０-９．，－＋％￥／：]/;

const plain = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .replace(/[０-９．，－＋％￥／：]/g, (char) => char.normalize("NFKC"))
    .trim();

/** What platforms write where there is no value. */
const NOTHING = new Set(["", "-", "--", "—", "——", "/", "null", "n/a", "na", "nan", "无", "暂无"]);

export const isNothing = (text: string): boolean =>
  text === "" || (text.length <= 4 && NOTHING.has(text.toLowerCase()));
