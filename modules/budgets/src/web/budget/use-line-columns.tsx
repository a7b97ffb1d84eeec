import { useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { ChannelTag } from "@yutu/projects/web";
import { AmountCell, type GridColumn } from "@yutu/ui";
import { useMemo } from "react";
import { budgetTexts } from "../messages.ts";
import { currencyOf, decimalOf } from "../money.ts";
import { type Budget, budgetOfLine, type Line, usedOf } from "./budget.ts";

type Words = (typeof budgetTexts)["zh"];

const RULES = ["warn", "block", "approve"] as const;

/** An amount that can only be read. */
const moneyColumn = (
  key: string,
  title: string,
  currency: Currency,
  minorOf: (line: Line) => number,
): GridColumn<Line> => ({
  key,
  title,
  widthPx: 116,
  align: "end",
  cell: (line) => <AmountCell minor={minorOf(line)} currency={currency} />,
  text: (line) => decimalOf(minorOf(line), currency),
});

/** The budget itself over the bar of what is used. */
const plannedColumn = (t: Words, currency: Currency, allowed: () => boolean): GridColumn<Line> => ({
  key: "planned",
  title: t.planned,
  widthPx: 128,
  align: "end",
  cell: (line) => <AmountCell minor={budgetOfLine(line)} currency={currency} spentMinor={usedOf(line)} />,
  edit: { kind: "text", value: (line) => decimalOf(budgetOfLine(line), currency), allowed },
});

const describingColumns = (t: Words, allowed: () => boolean): GridColumn<Line>[] => [
  {
    key: "name",
    title: t.line,
    widthPx: 220,
    grow: true,
    cell: (line) => <span className="yt-ellipsis">{line.name}</span>,
    edit: { kind: "text", value: (line) => line.name, allowed },
  },
  {
    key: "channel",
    title: t.channel,
    widthPx: 120,
    cell: (line) => (line.channel ? <ChannelTag code={line.channel} /> : null),
    text: (line) => line.channel ?? "",
  },
  {
    key: "enforcement",
    title: t.rule,
    widthPx: 128,
    cell: (line) => t.rules[line.enforcement],
    edit: {
      kind: "choice",
      value: (line) => line.enforcement,
      options: RULES.map((value) => ({ value, label: t.rules[value] })),
      allowed,
    },
  },
];

/** Columns of the budget table: name, rule and budget can be edited. */
export function useLineColumns(budget: Budget): GridColumn<Line>[] {
  const t = useMessages(budgetTexts);
  const currency = currencyOf(budget.currency);
  const { edit } = budget.abilities;
  return useMemo(() => {
    const allowed = (): boolean => edit;
    return [
      ...describingColumns(t, allowed),
      plannedColumn(t, currency, allowed),
      moneyColumn("reserved", t.reserved, currency, (line) => line.reservedMinor),
      moneyColumn("committed", t.committed, currency, (line) => line.committedMinor),
      moneyColumn("actual", t.actual, currency, (line) => line.actualMinor),
      moneyColumn("available", t.available, currency, (line) => line.availableMinor),
    ];
  }, [t, currency, edit]);
}
