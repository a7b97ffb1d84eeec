import { useMessages } from "@yutu/i18n";
import { memo, type ReactElement } from "react";
import { ChevronRightIcon, MinusIcon } from "../icons/icons.tsx";
import { CellEditor } from "./cell-editor.tsx";
import type { GridColumn, GridGrouping, GridItem } from "./grid-types.ts";
import { gridTexts } from "./messages.ts";

export interface GridRowProps<Row> {
  readonly gridId: string;
  readonly index: number;
  readonly topPx: number;
  readonly item: GridItem<Row>;
  readonly columns: readonly GridColumn<Row>[];
  readonly grouping: GridGrouping<Row> | undefined;
  readonly selectable: boolean;
  readonly selected: boolean | "some";
  /** The row whose details are open. */
  readonly current: boolean;
  /** Column of the cell with the focus, if it is on this row. */
  readonly focusColumn: number | undefined;
  readonly rangeFrom: number | undefined;
  readonly rangeTo: number | undefined;
  readonly editing: boolean;
  readonly onSelect: (index: number, extend: boolean) => void;
  readonly onToggle: (key: string) => void;
  readonly onEditDone: (text: string, then: "down" | "none") => void;
  readonly onEditCancel: () => void;
}

function SelectCell<Row>({
  props,
  label,
}: {
  readonly props: GridRowProps<Row>;
  readonly label: string;
}): ReactElement {
  const { selected, onSelect, index } = props;
  return (
    <div role="gridcell" className="yt-grid-cell yt-grid-select">
      {props.selectable && (
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={label}
          checked={selected === true}
          ref={(box) => {
            if (box) box.indeterminate = selected === "some";
          }}
          onClick={(event) => onSelect(index, event.shiftKey)}
          onChange={() => undefined}
        />
      )}
    </div>
  );
}

function GroupCells<Row>({ props }: { readonly props: GridRowProps<Row> }): ReactElement | null {
  const t = useMessages(gridTexts);
  const { item, columns, grouping, gridId, index, focusColumn, onToggle } = props;
  if (item.kind !== "group") return null;
  const title = grouping?.title(item.key, item.rows);
  return (
    <>
      <SelectCell props={props} label={t.selectAll} />
      {columns.map((column, at) => (
        <div
          key={column.key}
          id={`${gridId}-${index}-${at}`}
          role="gridcell"
          className="yt-grid-cell"
          data-column={at}
          data-align={column.align}
          data-focus={focusColumn === at}
        >
          {at === 0 ? (
            <span className="yt-grid-group">
              <button
                type="button"
                tabIndex={-1}
                className="yt-plain yt-grid-toggle"
                aria-label={item.open ? t.close : t.open}
                onClick={() => onToggle(item.key)}
              >
                {item.open ? <MinusIcon width={14} height={14} /> : <ChevronRightIcon width={14} height={14} />}
              </button>
              <strong className="yt-ellipsis">{title?.name ?? item.key}</strong>
              <span className="yt-grid-count">{item.rows.length}</span>
              {title?.note !== undefined && <span className="yt-grid-note">{title.note}</span>}
            </span>
          ) : (
            <strong className="yt-figures">{column.summary?.(item.rows)}</strong>
          )}
        </div>
      ))}
    </>
  );
}

function RowCells<Row>({ props }: { readonly props: GridRowProps<Row> }): ReactElement | null {
  const t = useMessages(gridTexts);
  const { item, columns, gridId, index, focusColumn, rangeFrom, rangeTo, editing } = props;
  if (item.kind !== "row") return null;
  return (
    <>
      <SelectCell props={props} label={t.selectRow} />
      {columns.map((column, at) => {
        const open = editing && focusColumn === at && column.edit;
        return (
          <div
            key={column.key}
            id={`${gridId}-${index}-${at}`}
            role="gridcell"
            className="yt-grid-cell"
            data-column={at}
            data-align={column.align}
            data-focus={focusColumn === at}
            data-range={rangeFrom !== undefined && rangeTo !== undefined && at >= rangeFrom && at <= rangeTo}
            aria-readonly={column.edit === undefined}
          >
            {open ? (
              <CellEditor
                edit={open}
                row={item.row}
                column={column.title}
                onDone={props.onEditDone}
                onCancel={props.onEditCancel}
              />
            ) : (
              column.cell(item.row)
            )}
          </div>
        );
      })}
    </>
  );
}

function Line<Row>(props: GridRowProps<Row>): ReactElement {
  const { index, topPx, item, selected, current } = props;
  return (
    <div
      role="row"
      className="yt-grid-row"
      data-row={index}
      data-kind={item.kind}
      data-current={current}
      aria-rowindex={index + 2}
      aria-selected={selected === true}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      {item.kind === "group" ? <GroupCells props={props} /> : <RowCells props={props} />}
    </div>
  );
}

/** Items are made anew when rows, groups or closed groups change; a row that holds the same thing is the same. */
function looksSame<Row>(before: GridRowProps<Row>, after: GridRowProps<Row>): boolean {
  const keys = Object.keys(after) as (keyof GridRowProps<Row>)[];
  return keys.every((key) => (key === "item" ? sameItem(before.item, after.item) : Object.is(before[key], after[key])));
}

const sameItem = <Row,>(before: GridItem<Row>, after: GridItem<Row>): boolean =>
  before === after ||
  (before.kind === "row" && after.kind === "row" && before.key === after.key && before.row === after.row);

/** One line of the grid; drawn again only when something of its own changes. */
export const GridRow = memo(Line, looksSame) as typeof Line;
