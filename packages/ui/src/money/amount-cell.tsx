import { useFormat } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import type { CSSProperties, ReactElement } from "react";
import "./amount-cell.css";
import { useMessages } from "@yutu/i18n";
import { moneyTexts } from "./messages.ts";

export interface AmountCellProps {
  readonly minor: number;
  readonly currency?: Currency;
  /** What is gone of it; draws the 3 px bar, red when more than there was. */
  readonly spentMinor?: number;
}

/** An amount over the bar of what has been spent of it. */
export function AmountCell({ minor, currency = "CNY", spentMinor }: AmountCellProps): ReactElement {
  const format = useFormat();
  const t = useMessages(moneyTexts);
  if (spentMinor === undefined) return <span className="yt-amount yt-figures">{format.money(minor, currency)}</span>;
  const share = minor > 0 ? spentMinor / minor : spentMinor > 0 ? 1 : 0;
  const over = spentMinor > minor;
  const title = t.spent({ spent: format.money(spentMinor, currency), share: format.percent(share, 0) });
  return (
    <span className="yt-amount yt-figures" data-over={over} title={title}>
      {format.money(minor, currency)}
      <span className="yt-amount-bar" aria-hidden="true">
        <span style={{ "--yt-share": `${Math.min(100, share * 100)}%` } as CSSProperties} />
      </span>
      <span className="yt-hidden">{title}</span>
    </span>
  );
}

/** A short figure (1.2万) with the full amount on hover. */
export function ShortAmount({ minor, currency = "CNY" }: Omit<AmountCellProps, "spentMinor">): ReactElement {
  const format = useFormat();
  return (
    <span className="yt-figures" title={format.money(minor, currency)}>
      {format.moneyShort(minor, currency)}
    </span>
  );
}

/** A short count with the full number on hover. */
export function ShortFigure({ value }: { readonly value: number }): ReactElement {
  const format = useFormat();
  return (
    <span className="yt-figures" title={format.number(value)}>
      {format.short(value)}
    </span>
  );
}
