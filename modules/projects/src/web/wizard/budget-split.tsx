import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import type { CSSProperties, ReactElement } from "react";
import { ChannelTag } from "../look/channel-tag.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import { wizardTexts } from "./messages.ts";
import type { PlanPreview } from "./use-plan.ts";

interface Props {
  readonly lines: PlanPreview["budget"];
  readonly currency: string;
}

/** How the total is divided over the lines of the type. */
export function BudgetSplit({ lines, currency }: Props): ReactElement {
  const t = useMessages(wizardTexts).plan;
  const text = useLocalText();
  const format = useFormat();
  const money = (minor: number): string => format.money(minor, isCurrency(currency) ? currency : "CNY");
  const total = lines.reduce((sum, line) => sum + line.plannedMinor, 0);
  return (
    <section>
      <h2>{t.budget}</h2>
      <table className="pj-table">
        <thead>
          <tr>
            <th scope="col">{t.line}</th>
            <th scope="col" className="pj-end">
              {t.share}
            </th>
            <th scope="col" className="pj-end">
              {t.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>
                <span className="pj-line-name">
                  {line.channel !== null && <ChannelTag code={line.channel} named={false} />}
                  {text(line.name)}
                </span>
              </td>
              <td className="pj-end yt-figures">
                {total > 0 ? format.percent(line.plannedMinor / total) : ""}
                <span
                  className="pj-share"
                  style={{ "--pj-share": total > 0 ? line.plannedMinor / total : 0 } as CSSProperties}
                  aria-hidden="true"
                />
              </td>
              <td className="pj-end yt-figures">{money(line.plannedMinor)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.total}</th>
            <td />
            <td className="pj-end yt-figures">{money(total)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
