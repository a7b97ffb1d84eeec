import { useFormat, useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { goalTexts } from "./messages.ts";
import type { Kpi } from "./types.ts";

/** Where a value comes from, over which days, and when it was computed. */
export function ValueSource({ kpi }: { readonly kpi: Kpi }): ReactElement | null {
  const t = useMessages(goalTexts);
  const format = useFormat();
  const source = kpi.valueSource;
  if (!source) return null;
  if (source.kind === "manual")
    return <span>{t.from.manual({ note: source.note, name: source.byName, day: format.date(source.day) })}</span>;
  const facts = source.facts.map((fact) => t.facts[fact as keyof typeof t.facts] ?? fact).join(" + ");
  const parts = [
    t.from.metric({ facts, from: format.monthDay(source.from), to: format.monthDay(source.to) }),
    ...(kpi.valueAt === null ? [] : [t.from.computed({ at: format.time(kpi.valueAt) })]),
    ...(source.withoutRate > 0 ? [t.from.withoutRate({ count: source.withoutRate })] : []),
  ];
  return <span>{parts.join(" · ")}</span>;
}
