import { useFormat, useMessages } from "@yutu/i18n";
import { type CellChange, DataGrid, type GridGrouping, type GridSort } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { taskTexts } from "../messages.ts";
import type { TaskPatch, TaskRow } from "../task-row.ts";
import { useTaskChanges } from "../use-task-changes.ts";
import { type GroupNames, groupKey, groupName, spanOf } from "./group-tasks.ts";
import { type Group, type ListState, SORTS } from "./list-state.ts";
import { type ColumnOptions, patchOf, useColumns } from "./use-columns.tsx";

interface Props extends ColumnOptions {
  readonly rows: readonly TaskRow[];
  readonly group: Group;
  readonly names: GroupNames;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
  readonly current: string;
  readonly onOpen: (row: TaskRow) => void;
  readonly order: Pick<ListState, "sort" | "dir">;
  readonly onOrder: (order: Pick<ListState, "sort" | "dir">) => void;
  readonly onEnd: () => void;
}

const keyOf = (row: TaskRow): string => row.id;

function useGrouping(group: Group, names: GroupNames): GridGrouping<TaskRow> | undefined {
  const format = useFormat();
  return useMemo(
    () =>
      group === "none"
        ? undefined
        : {
            keyOf: (row) => groupKey(row, group),
            title: (key, rows) => {
              const span = spanOf(rows);
              const note = span ? { note: format.range(span.from, span.to) } : {};
              return { name: groupName(key, rows, group, names), ...note };
            },
          },
    [group, names, format],
  );
}

/** Applies edited, pasted or filled cells, one change per task. */
function useEdits(rows: readonly TaskRow[], currency: string): (changes: readonly CellChange[]) => void {
  const t = useMessages(taskTexts);
  const { change } = useTaskChanges();
  return (changes) => {
    const patches = new Map<string, TaskPatch>();
    for (const { rowKey, columnKey, value } of changes) {
      const patch = patchOf(columnKey, value, currency);
      if (patch) patches.set(rowKey, { ...patches.get(rowKey), ...patch });
    }
    for (const [id, patch] of patches) {
      const row = rows.find((each) => each.id === id);
      const { status } = patch;
      const said = status && row ? t.statusSet({ title: row.title, status: t.status[status] }) : undefined;
      if (row) void change(row, patch, said);
    }
  };
}

/** The dense list: groups, cells edited in place, ranges, copy and paste. */
export function TaskGrid(props: Props): ReactElement {
  const { rows, group, names, order, onOrder, editable, currency } = props;
  const t = useMessages(taskTexts);
  const columns = useColumns(props);
  const grouping = useGrouping(group, names);
  const onEdit = useEdits(rows, currency);
  const onSort = ({ column, direction }: GridSort): void => {
    const sort = SORTS.find((each) => each === column);
    if (sort) onOrder({ sort, dir: direction });
  };
  return (
    <DataGrid
      label={t.tasks}
      rows={rows}
      keyOf={keyOf}
      columns={columns}
      {...(grouping ? { grouping } : {})}
      {...(editable ? { onEdit, onSelect: props.onSelect } : {})}
      selected={props.selected}
      current={props.current}
      onOpen={props.onOpen}
      sort={{ column: order.sort, direction: order.dir }}
      onSort={onSort}
      onEnd={props.onEnd}
      storageKey="yutu.tasks.columns"
    />
  );
}
