import { addDays, calendarDate } from "@yutu/kernel";
import type { Group } from "../types.ts";

type Split = "day" | "week" | "month";

function next(key: string, split: Split): string {
  if (split === "day") return addDays(calendarDate(key), 1);
  if (split === "week") return addDays(calendarDate(key), 7);
  const [year = 0, month = 1] = key.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}

/** Days between the first and the last with facts, in order; a day without facts is null, not left out. */
export function fillGaps(
  groups: readonly Group[],
  split: Split,
): { readonly key: string; readonly group: Group | null }[] {
  const known = new Map(groups.map((group) => [group.key, group]));
  const keys = [...known.keys()].toSorted();
  const [first, last] = [keys[0], keys.at(-1)];
  if (first === undefined || last === undefined) return [];
  const filled: { key: string; group: Group | null }[] = [];
  for (let key = first; key <= last; key = next(key, split)) filled.push({ key, group: known.get(key) ?? null });
  return filled;
}
