import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import type { ReactElement } from "react";
import { ingestionTexts } from "../messages.ts";
import type { Import } from "./import-actions.tsx";

/** What a dry run or an import found; the parts always add up to the file. */
export function ImportTotals({
  totals,
  kind,
}: {
  readonly totals: NonNullable<Import["result"]>;
  readonly kind: Import["kind"];
}): ReactElement {
  const t = useMessages(ingestionTexts);
  const format = useFormat();
  const skipped = Object.values(totals.skipped).reduce((sum, n) => sum + n, 0);
  const money = (minor: number, currency: string): string =>
    format.money(minor, isCurrency(currency) ? currency : "CNY");
  const figures = [
    { label: t.totals.rows, value: format.number(totals.rows) },
    { label: t.totals.accepted, value: format.number(totals.accepted) },
    { label: t.totals.quarantined, value: format.number(totals.quarantined) },
    ...(totals.orders > 0 ? [{ label: t.totals.orders, value: format.number(totals.orders) }] : []),
    ...totals.amounts.flatMap((a) => [
      { label: t.totals.gross[kind], value: money(a.grossMinor, a.currency) },
      { label: t.totals.net[kind], value: money(a.netMinor, a.currency) },
    ]),
    ...(totals.firstOn && totals.lastOn
      ? [{ label: t.totals.period, value: format.range(totals.firstOn, totals.lastOn) }]
      : []),
    ...(totals.restated > 0 ? [{ label: t.totals.restated, value: format.number(totals.restated) }] : []),
    ...(totals.unresolved > 0 ? [{ label: t.totals.unresolved, value: format.number(totals.unresolved) }] : []),
  ];
  const { accepted, quarantined, rows } = totals;
  return (
    <>
      <dl className="in-totals">
        {figures.map((figure, i) => (
          <div key={`${i}-${figure.label}`}>
            <dt>{figure.label}</dt>
            <dd className="yt-figures">{figure.value}</dd>
          </div>
        ))}
      </dl>
      <p className="in-note">
        {t.sumHolds({
          accepted: format.number(accepted),
          quarantined: format.number(quarantined),
          skipped: format.number(skipped),
          rows: format.number(rows),
        })}
      </p>
      {Object.entries(totals.problems).map(([code, count]) => (
        <p key={code} className="in-warn">
          {t.reasons[code as keyof typeof t.reasons]} · {t.rowCount({ count: count ?? 0 })}
        </p>
      ))}
    </>
  );
}
