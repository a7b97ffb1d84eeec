import type { GridGrouping, GridItem } from "./grid-types.ts";

/** The lines of the grid in order: group heads, each followed by its rows unless closed. Groups keep the order of their first row. */
export function gridItems<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  grouping: GridGrouping<Row> | undefined,
  closed: ReadonlySet<string>,
): GridItem<Row>[] {
  const line = (row: Row): GridItem<Row> => ({ kind: "row", key: keyOf(row), row });
  if (!grouping) return rows.map(line);
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = grouping.keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].flatMap(([key, members]) => {
    const open = !closed.has(key);
    return [{ kind: "group" as const, key, rows: members, open }, ...(open ? members.map(line) : [])];
  });
}
