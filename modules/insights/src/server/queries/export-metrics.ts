import type { FileAnswer, LongCall } from "@yutu/application";
import { isCurrency, minorDigits, ok, type Problem, type Result } from "@yutu/kernel";
import { CSV_MARK, csvLine } from "../../domain/index.ts";
import { type MetricAnswer, type MetricQuery, queryMetrics } from "./query-metrics.ts";

const digitsOf = (currency: string): number => (isCurrency(currency) ? minorDigits(currency) : 2);

/** A figure as a spreadsheet reckons with it: money in whole units, ratios as fractions. */
function cell(value: number | null, unit: string, currency: string): number | null {
  return value === null || unit !== "money" ? value : value / 10 ** digitsOf(currency);
}

function csvOf(answer: MetricAnswer, query: MetricQuery, locale: "zh" | "en"): string {
  const { metrics, origin } = answer;
  const titles = metrics.map(({ name, unit }) => name[locale] + (unit === "money" ? ` (${origin.currency})` : ""));
  const compared = origin.comparedWith
    ? titles.map((title) => `${title} ${origin.comparedWith?.from}–${origin.comparedWith?.to}`)
    : [];
  const line = (key: string, values: MetricAnswer["totals"]): string =>
    csvLine([
      key,
      ...metrics.map(({ id, unit }) => cell(values[id]?.value ?? null, unit, origin.currency)),
      ...(origin.comparedWith
        ? metrics.map(({ id, unit }) => cell(values[id]?.before ?? null, unit, origin.currency))
        : []),
    ]);
  return [
    CSV_MARK,
    csvLine([query.groupBy ?? "", ...titles, ...compared]),
    ...answer.groups.map((group) => line(group.label ?? group.key, group.values)),
    line(`${origin.window.from} – ${origin.window.to}`, answer.totals),
  ].join("");
}

/** The figures of a question as a CSV file; its last line is the whole window. */
export async function exportMetrics(
  call: LongCall,
  query: MetricQuery & { readonly locale: "zh" | "en" },
): Promise<Result<FileAnswer, Problem>> {
  const answer = await queryMetrics(call, { ...query, limit: 1000 });
  if (!answer.ok) return answer;
  return ok({
    content: new TextEncoder().encode(csvOf(answer.value, query, query.locale)),
    contentType: "text/csv; charset=utf-8",
    fileName: `metrics-${query.from}-${query.to}.csv`,
  });
}
