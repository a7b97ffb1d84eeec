import type { ReactElement } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import { columnsOn } from "./cell-range.ts";
import { GridRow } from "./grid-row.tsx";
import type { GridColumn, GridGrouping } from "./grid-types.ts";
import type { GridModel } from "./use-grid-model.ts";

interface GridBodyProps<Row> {
  readonly model: GridModel<Row>;
  readonly columns: readonly GridColumn<Row>[];
  readonly grouping: GridGrouping<Row> | undefined;
  readonly current: string | undefined;
  readonly selectable: boolean;
}

/** The rows in sight. */
export function GridBody<Row>({ model, columns, grouping, current, selectable }: GridBodyProps<Row>): ReactElement {
  const { items, cells, selection, window, rowPx, editing } = model;
  const focus = cells.range?.focus;
  const onSelect = useStableCallback(selection.toggle);
  const onEditDone = useStableCallback(model.finishEdit);
  const onEditCancel = useStableCallback(model.cancelEdit);
  return (
    <div role="rowgroup" className="yt-grid-body" style={{ height: items.length * rowPx }}>
      {items.slice(window.from, window.to).map((item, offset) => {
        const index = window.from + offset;
        const [rangeFrom, rangeTo] = (cells.area && columnsOn(cells.area, index)) ?? [];
        const edited = item.kind === "row" && editing?.rowKey === item.key ? editing : undefined;
        return (
          <GridRow
            key={`${item.kind}-${item.key}`}
            gridId={model.gridId}
            index={index}
            topPx={index * rowPx}
            item={item}
            columns={columns}
            grouping={grouping}
            selectable={selectable}
            selected={selection.stateOf(item)}
            current={item.kind === "row" && item.key === current}
            focusColumn={edited?.column ?? (focus?.row === index ? focus.column : undefined)}
            rangeFrom={rangeFrom}
            rangeTo={rangeTo}
            editing={edited !== undefined}
            onSelect={onSelect}
            onToggle={model.toggleGroup}
            onEditDone={onEditDone}
            onEditCancel={onEditCancel}
          />
        );
      })}
    </div>
  );
}
