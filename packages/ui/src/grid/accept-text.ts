import type { CellEdit } from "./grid-types.ts";

/** `2026/5/6`, `2026.05.06`, `2026年5月6日` → `2026-05-06`; `undefined` when it is no date. */
function acceptDate(text: string): string | undefined {
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text);
  if (!match) return undefined;
  const date = `${match[1]}-${match[2]?.padStart(2, "0")}-${match[3]?.padStart(2, "0")}`;
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? undefined : date;
}

/** `1,234.50`, `¥80,000`, `１２` → digits; `undefined` when it is no number. */
function acceptNumber(text: string): string | undefined {
  const bare = text.normalize("NFKC").replaceAll(/[\s,¥￥$€£元]/g, "");
  return /^[-+]?\d+(?:\.\d+)?$/.test(bare) ? bare.replace(/^\+/, "") : undefined;
}

/** The value that pasted or typed text means for a cell, or `undefined` when it does not fit. An empty text clears. */
export function acceptText<Row>(edit: CellEdit<Row>, text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === "") return "";
  switch (edit.kind) {
    case "text":
      return text;
    case "number":
      return acceptNumber(trimmed);
    case "date":
      return acceptDate(trimmed);
    case "choice":
      return edit.options?.find((option) => option.value === trimmed || option.label === trimmed)?.value;
  }
}
