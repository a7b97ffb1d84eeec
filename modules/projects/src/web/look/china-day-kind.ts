import { addDays } from "@yutu/kernel";
import { chinaCalendar } from "@yutu/scheduling";
import { type DayKind, type DayKindOf, plainWeek } from "@yutu/ui";

function specialDays(): ReadonlyMap<string, DayKind> {
  const days = new Map<string, DayKind>();
  for (const { kind, from, to } of chinaCalendar().exceptions ?? []) {
    for (let date = from; date <= to; date = addDays(date, 1)) days.set(date, kind === "open" ? "makeup" : "holiday");
  }
  return days;
}

let known: ReadonlyMap<string, DayKind> | undefined;

/** Kind of a day on the Chinese calendar: 休 on public holidays, 班 on weekends that are worked. */
export const chinaDayKind: DayKindOf = (date) => {
  known ??= specialDays();
  return known.get(date) ?? plainWeek(date);
};
