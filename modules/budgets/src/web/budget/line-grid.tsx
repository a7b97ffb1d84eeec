import { useFormat, useMessages } from "@yutu/i18n";
import { ChannelTag } from "@yutu/projects/web";
import {
  AmountCell,
  type CellChange,
  DataGrid,
  type GridColumn,
  MobileCard,
  MobileCards,
  useCommand,
  usePhone,
} from "@yutu/ui";
import { type ReactElement, useMemo, useState } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf, decimalOf, minorOf } from "../money.ts";
import { LinePeek } from "./line-peek.tsx";
import type { Budget } from "./page.tsx";

export type Line = Budget["lines"][number];

const keyOf = (line: Line): string => line.id;
const budgetOfLine = (line: Line): number => line.plannedMinor + line.changedMinor;
const usedOf = (line: Line): number => budgetOfLine(line) - line.availableMinor;

function useColumns(budget: Budget): GridColumn<Line>[] {
  const t = useMessages(budgetTexts);
  const currency = currencyOf(budget.currency);
  const { edit } = budget.abilities;
  return useMemo(() => {
    const money = (key: string, title: string, minorOfLine: (line: Line) => number): GridColumn<Line> => ({
      key,
      title,
      widthPx: 116,
      align: "end",
      cell: (line) => <AmountCell minor={minorOfLine(line)} currency={currency} />,
      text: (line) => decimalOf(minorOfLine(line), currency),
    });
    const allowed = (): boolean => edit;
    return [
      {
        key: "name",
        title: t.line,
        widthPx: 220,
        grow: true,
        cell: (l) => <span className="yt-ellipsis">{l.name}</span>,
        edit: { kind: "text", value: (l) => l.name, allowed },
      },
      {
        key: "channel",
        title: t.channel,
        widthPx: 96,
        cell: (l) => (l.channel ? <ChannelTag code={l.channel} /> : null),
        text: (l) => l.channel ?? "",
      },
      {
        key: "enforcement",
        title: t.rule,
        widthPx: 104,
        cell: (l) => t.rules[l.enforcement],
        edit: {
          kind: "choice",
          value: (l) => l.enforcement,
          options: (["warn", "block", "approve"] as const).map((value) => ({ value, label: t.rules[value] })),
          allowed,
        },
      },
      {
        key: "planned",
        title: t.planned,
        widthPx: 128,
        align: "end",
        cell: (l) => <AmountCell minor={budgetOfLine(l)} currency={currency} spentMinor={usedOf(l)} />,
        edit: { kind: "text", value: (l) => decimalOf(budgetOfLine(l), currency), allowed },
      },
      money("reserved", t.reserved, (l) => l.reservedMinor),
      money("committed", t.committed, (l) => l.committedMinor),
      money("actual", t.actual, (l) => l.actualMinor),
      money("available", t.available, (l) => l.availableMinor),
    ];
  }, [t, currency, edit]);
}

/** The lines as an editable table: Enter edits name, rule and budget; a click shows the movements. */
export function LineGrid({ budget }: { readonly budget: Budget }): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const phone = usePhone();
  const columns = useColumns(budget);
  const currency = currencyOf(budget.currency);
  const update = useCommand(budgets.updateLine);
  const [openId, setOpenId] = useState<string>();
  const open = budget.lines.find((l) => l.id === openId);
  const edit = (changes: readonly CellChange[]): void => {
    for (const { rowKey, columnKey, value } of changes) {
      const plannedMinor = columnKey === "planned" ? minorOf(value, currency) : null;
      const body =
        columnKey === "planned"
          ? plannedMinor === null
            ? undefined
            : { plannedMinor }
          : columnKey === "name"
            ? { name: value }
            : { enforcement: value as Line["enforcement"] };
      if (body) void update.run({ params: { lineId: rowKey }, body });
    }
  };
  const step = (by: 1 | -1): void => {
    const next = budget.lines[budget.lines.findIndex((l) => l.id === openId) + by];
    if (next) setOpenId(next.id);
  };
  return (
    <>
      {phone ? (
        <MobileCards label={t.line}>
          {budget.lines.map((line) => (
            <MobileCard
              key={line.id}
              title={line.name}
              onOpen={() => setOpenId(line.id)}
              facts={`${t.available} ${format.moneyShort(line.availableMinor, currency)}`}
              figure={format.moneyShort(budgetOfLine(line), currency)}
            />
          ))}
        </MobileCards>
      ) : (
        <DataGrid
          label={t.line}
          rows={budget.lines}
          keyOf={keyOf}
          columns={columns}
          {...(openId ? { current: openId } : {})}
          onOpen={(l) => setOpenId(l.id)}
          onEdit={edit}
          extraRowPx={3}
          storageKey="yutu.budget.columns"
        />
      )}
      {open && <LinePeek line={open} currency={currency} onClose={() => setOpenId(undefined)} onStep={step} />}
    </>
  );
}
