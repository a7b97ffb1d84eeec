import { useFormat, useMessages } from "@yutu/i18n";
import { type CellChange, DataGrid, MobileCard, MobileCards, useCommand, usePhone, useUrlState } from "@yutu/ui";
import type { ReactElement } from "react";
import { z } from "zod";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf, minorOf } from "../money.ts";
import { type Budget, budgetOfLine, type Line } from "./budget.ts";
import { LinePeek } from "./line-peek.tsx";
import { useLineColumns } from "./use-line-columns.tsx";

/** The line whose movements are open stands in the address: reports lead to it. */
const state = z.object({ line: z.string().default("") });

const keyOf = (line: Line): string => line.id;

/** The lines as an editable table: Enter edits name, rule and budget; a click shows the movements. */
export function LineGrid({ budget }: { readonly budget: Budget }): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const phone = usePhone();
  const columns = useLineColumns(budget);
  const currency = currencyOf(budget.currency);
  const update = useCommand(budgets.updateLine);
  const [{ line: openId }, setState] = useUrlState(state);
  const setOpenId = (line: string): void => setState({ line });
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
          inPage
        />
      )}
      {open && <LinePeek line={open} currency={currency} onClose={() => setOpenId("")} onStep={step} />}
    </>
  );
}
