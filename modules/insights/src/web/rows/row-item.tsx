import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { ChannelTag } from "@yutu/projects/web";
import { usePermission } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { useSourceNames } from "../figures/use-source-names.ts";
import type { FactRow } from "../types.ts";
import { rowTexts } from "./messages.ts";
import { OriginalRow } from "./original-row.tsx";

interface Words {
  readonly title: string;
  readonly facts: string;
  readonly amount: string;
}

function useRowWords(): (row: FactRow) => Words {
  const t = useMessages(rowTexts);
  const format = useFormat();
  const kinds: Readonly<Record<string, string>> = t.kinds;
  const money = (minor: number, currency: string): string =>
    isCurrency(currency) ? format.money(minor, currency) : `${format.number(minor / 100)} ${currency}`;
  return (row) => {
    switch (row.fact) {
      case "order_lines":
        return {
          title: `${row.orderNo} ${row.productName || row.sku}`,
          facts: [kinds[row.kind] ?? row.kind, t.units({ count: format.number(row.quantity) }), row.customerId]
            .filter(Boolean)
            .join(" · "),
          amount: money(row.kind === "sale" ? row.grossMinor : row.netMinor, row.currency),
        };
      case "ad_facts":
        return {
          title: [row.campaign, row.adGroup, row.ad].filter(Boolean).join(" / ") || row.account || row.day,
          facts: t.ad({ impressions: format.number(row.impressions), clicks: format.number(row.clicks) }),
          amount: row.spendMinor === null ? "" : money(row.spendMinor, row.currency),
        };
      case "events":
        return {
          title: row.event || row.type,
          facts: [row.actor || t.anonymous, row.pagePath].filter(Boolean).join(" · "),
          amount: "",
        };
    }
  };
}

/** One row behind a figure: what it says, and the line of the file it came from. */
export function RowItem({ row }: { readonly row: FactRow }): ReactElement {
  const t = useMessages(rowTexts);
  const format = useFormat();
  const words = useRowWords()(row);
  const sources = useSourceNames();
  const mayTrace = usePermission("data.view");
  const [open, setOpen] = useState(false);
  const source = sources.get(row.sourceId) ?? row.sourceId;
  const traceable = mayTrace && row.importId !== null && row.rowNumber !== null;
  return (
    <li className="in-row">
      <div className="in-row-line">
        <span className="yt-ellipsis in-row-title" title={words.title}>
          {words.title}
        </span>
        <span className="yt-figures">{words.amount}</span>
      </div>
      <div className="in-row-line in-row-second">
        <span className="yt-figures">
          {row.fact === "events" ? format.dateTime(row.occurredAt) : format.date(row.day)}
        </span>
        {row.channel !== "" && <ChannelTag code={row.channel} />}
        <span className="yt-ellipsis">{words.facts}</span>
      </div>
      <div className="in-row-line in-row-second">
        <span className="yt-ellipsis">
          {row.rowNumber === null ? t.received({ source }) : t.where({ source, row: format.number(row.rowNumber) })}
        </span>
        {traceable && (
          <button type="button" className="yt-plain in-row-trace" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t.hide : t.trace}
          </button>
        )}
      </div>
      {open && row.importId !== null && row.rowNumber !== null && (
        <OriginalRow importId={row.importId} rowNumber={row.rowNumber} />
      )}
    </li>
  );
}
