import { useFormat, useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { EmptyState, Facts, PeekPanel, ProblemNotice, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import type { Line } from "./budget.ts";

interface LinePeekProps {
  readonly line: Line;
  readonly currency: Currency;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

/** A line's money and every movement that made it. */
export function LinePeek({ line, currency, onClose, onStep }: LinePeekProps): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const { data, problem } = useOperation(
    budgets.listEntries,
    { params: { lineId: line.id } },
    { live: ["budget", "claim"] },
  );
  const money = (minor: number): string => format.money(minor, currency);
  const facts = [
    { key: "planned", label: t.planned, value: money(line.plannedMinor + line.changedMinor) },
    { key: "actual", label: t.actual, value: money(line.actualMinor) },
    { key: "committed", label: t.committed, value: money(line.committedMinor) },
    { key: "reserved", label: t.reserved, value: money(line.reservedMinor) },
    { key: "available", label: t.available, value: <strong>{money(line.availableMinor)}</strong> },
  ];
  return (
    <PeekPanel open onClose={onClose} onStep={onStep} code={t.line} title={line.name}>
      <Facts items={facts} />
      <h3>{t.history}</h3>
      <ProblemNotice problem={problem} />
      {data?.entries.length === 0 && <EmptyState text={t.noHistory} />}
      <ul className="bg-entries">
        {data?.entries.map((entry) => (
          <li key={entry.id}>
            <span className="yt-figures">{format.day(entry.at)}</span>
            <span>{t.kinds[entry.kind]}</span>
            <small className="yt-ellipsis">{entry.note}</small>
            <span className="yt-figures">{money(entry.amountMinor)}</span>
          </li>
        ))}
      </ul>
    </PeekPanel>
  );
}
