import { useFormat, useMessages } from "@yutu/i18n";
import type { KpiTone } from "@yutu/ui";
import { changeOf } from "../../domain/window.ts";
import { figureTexts } from "../messages.ts";
import type { Figure, MetricHead } from "../types.ts";

/** The change against the compared period, in words and tone: red and green follow what is better for this metric. */
export function useChangeText(): (
  figure: Figure,
  metric: MetricHead,
) => { readonly text: string; readonly tone: KpiTone } {
  const format = useFormat();
  const t = useMessages(figureTexts);
  return (figure, metric) => {
    const change = changeOf(figure.value, figure.before);
    if (change === null) return { text: t.noBefore, tone: "quiet" };
    if (change === 0) return { text: t.noChange, tone: "quiet" };
    const better = change > 0 === (metric.direction === "up");
    return { text: t.comparedTo({ change: format.deltaPercent(change) }), tone: better ? "good" : "alarm" };
  };
}
