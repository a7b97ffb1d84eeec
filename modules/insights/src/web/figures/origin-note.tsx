import { useFormat, useMessages } from "@yutu/i18n";
import { useLocalText } from "@yutu/projects/web";
import { AppLink, usePermission } from "@yutu/ui";
import type { ReactElement } from "react";
import { figureTexts } from "../messages.ts";
import type { Origin } from "../types.ts";
import { useMetricNames } from "./use-metrics.ts";
import { useOriginText } from "./use-origin-text.ts";
import "./figures.css";

/** One line under figures: source, window, time, and what to know before trusting them. */
export function OriginNote({
  origin,
  withheld = [],
}: {
  readonly origin: Origin | undefined;
  readonly withheld?: readonly string[];
}): ReactElement | null {
  const t = useMessages(figureTexts);
  const format = useFormat();
  const text = useLocalText();
  const words = useOriginText(origin);
  const metrics = useMetricNames();
  const setsRates = usePermission("budgets.edit");
  if (!words) return null;
  const missing = setsRates
    ? (origin?.warnings.flatMap((w) => (w.code === "without_rate" ? [w.currency] : [])) ?? [])
    : [];
  const hidden = withheld.map((id) => text(metrics.get(id) ?? { zh: id, en: id }));
  return (
    <div className="in-origin">
      <p>
        <span>{words.sources}</span>
        <span>{words.window}</span>
        <span>{words.time}</span>
      </p>
      {words.warnings.length > 0 && (
        <ul>
          {words.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
          {missing.map((currency) => (
            <li key={currency}>
              <AppLink to="/settings/rates" search={{ currency, from: origin?.window.from ?? "" }}>
                {t.setRate({ currency })}
              </AppLink>
            </li>
          ))}
        </ul>
      )}
      {hidden.length > 0 && <p>{t.withheld({ names: format.enumerate(hidden) })}</p>}
    </div>
  );
}
