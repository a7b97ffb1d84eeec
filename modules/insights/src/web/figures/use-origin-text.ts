import { useFormat, useMessages } from "@yutu/i18n";
import { useMemo } from "react";
import { figureTexts } from "../messages.ts";
import type { Origin } from "../types.ts";
import { useSourceNames } from "./use-source-names.ts";
import { FIRST_DAY } from "./window-state.ts";

export interface OriginText {
  readonly sources: string;
  readonly window: string;
  readonly time: string;
  readonly warnings: readonly string[];
  /** The same as named facts, for a list. */
  readonly facts: readonly { readonly key: string; readonly label: string; readonly value: string }[];
  /** All of it in lines, for a hover. */
  readonly lines: string;
}

/** Where figures come from, for which days, how fresh, and what to know about them, in words. */
export function useOriginText(origin: Origin | undefined): OriginText | undefined {
  const t = useMessages(figureTexts);
  const format = useFormat();
  const names = useSourceNames();
  return useMemo(() => {
    if (!origin) return undefined;
    const named = origin.sources.map((source) => {
      const name = names.get(source.sourceId) ?? t.facts[source.fact];
      return `${name} ${t.rows({ count: format.short(source.rows) })}`;
    });
    const { from, to } = origin.window;
    const said = {
      sources: named.length > 0 ? format.enumerate(named) : t.noSource,
      range: from === FIRST_DAY ? t.until({ date: format.date(to) }) : format.fullRange(from, to),
      time: format.dateTime(origin.computedAt),
    };
    const [sources, window, time] = [t.from(said), t.window(said), t.computed(said)];
    const warnings = origin.warnings.map((warning) => {
      switch (warning.code) {
        case "without_rate":
          return t.warnings.without_rate({ rows: format.number(warning.rows), currency: warning.currency });
        case "provisional":
          return t.warnings.provisional({ date: format.monthDay(warning.from) });
        case "data_ends":
          return t.warnings.data_ends({ fact: t.facts[warning.fact], date: format.date(warning.lastDay) });
        case "no_data":
          return t.warnings.no_data({ fact: t.facts[warning.fact] });
      }
    });
    const facts = [
      { key: "sources", label: t.origin.sources, value: said.sources },
      { key: "window", label: t.origin.window, value: said.range },
      { key: "time", label: t.origin.time, value: said.time },
      ...warnings.map((value, i) => ({ key: `warning ${i}`, label: i === 0 ? t.origin.note : "", value })),
    ];
    return { sources, window, time, warnings, facts, lines: [sources, window, time, ...warnings].join("\n") };
  }, [origin, t, format, names]);
}
