import { useFormat, useMessages } from "@yutu/i18n";
import type { CalendarDate } from "@yutu/kernel";
import { promoNodes } from "@yutu/scheduling";
import type { ReactElement } from "react";
import { useLocalText } from "../look/use-local-text.ts";
import { wizardTexts } from "./messages.ts";

interface Props {
  readonly today: CalendarDate;
  readonly value: string;
  readonly onPick: (date: string) => void;
}

const SHOWN = 8;

/** The next promotion days of the Chinese year, one click each. */
export function PromoPicks({ today, value, onPick }: Props): ReactElement {
  const t = useMessages(wizardTexts);
  const format = useFormat();
  const text = useLocalText();
  const year = Number(today.slice(0, 4));
  const nodes = [...promoNodes(year), ...promoNodes(year + 1)].filter((node) => node.date > today).slice(0, SHOWN);
  return (
    <div className="pj-nodes" role="group" aria-label={t.nodes}>
      {nodes.map((node) => (
        <button
          key={`${node.name.en}${node.date}`}
          type="button"
          className="yt-plain pj-node"
          aria-pressed={node.date === value}
          onClick={() => onPick(node.date)}
        >
          {text(node.name)} <span className="yt-figures">{format.monthDay(node.date)}</span>
        </button>
      ))}
    </div>
  );
}
