import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acceptText } from "./accept-text.ts";
import { moveRange, rectangleOf } from "./cell-range.ts";
import { readCells, writeCells } from "./clipboard-text.ts";
import { EditHistory } from "./edit-history.ts";
import { gridItems } from "./grid-items.ts";
import type { GridColumn } from "./grid-types.ts";
import { pasteArea, planEdits } from "./plan-edits.ts";

interface Row {
  readonly id: string;
  readonly phase: string;
  readonly name: string;
  readonly due: string;
  readonly status: string;
}

const rows: Row[] = [
  { id: "a", phase: "预热", name: "KV 定稿", due: "2026-05-06", status: "todo" },
  { id: "b", phase: "爆发", name: "直播脚本", due: "2026-06-01", status: "doing" },
  { id: "c", phase: "预热", name: "详情页", due: "2026-05-09", status: "todo" },
];
const columns: GridColumn<Row>[] = [
  { key: "id", title: "", widthPx: 10, cell: (row) => row.id },
  { key: "name", title: "", widthPx: 10, cell: (row) => row.name, edit: { kind: "text", value: (row) => row.name } },
  {
    key: "due",
    title: "",
    widthPx: 10,
    cell: (row) => row.due,
    edit: { kind: "date", value: (row) => row.due, allowed: (row) => row.id !== "b" },
  },
  {
    key: "status",
    title: "",
    widthPx: 10,
    cell: (row) => row.status,
    edit: {
      kind: "choice",
      value: (row) => row.status,
      options: [
        { value: "todo", label: "未开始" },
        { value: "doing", label: "进行中" },
      ],
    },
  },
];
const grouping = { keyOf: (row: Row) => row.phase, title: (key: string) => ({ name: key }) };
const items = gridItems(rows, (row) => row.id, grouping, new Set());

describe("gridItems", () => {
  it("puts rows under their groups in order of appearance and hides those of closed groups", () => {
    expect(items.map((item) => item.key)).toEqual(["预热", "a", "c", "爆发", "b"]);
    expect(gridItems(rows, (row) => row.id, grouping, new Set(["预热"])).map((item) => item.key)).toEqual([
      "预热",
      "爆发",
      "b",
    ]);
  });
});

describe("ranges", () => {
  it("stay inside the grid and extend from the anchor", () => {
    const start = { anchor: { row: 1, column: 1 }, focus: { row: 1, column: 1 } };
    const size = { rows: 5, columns: 4 };
    const extended = moveRange(start, { rows: 9, columns: -9 }, size, true);
    expect(rectangleOf(extended)).toEqual({ top: 1, bottom: 4, left: 0, right: 1 });
    expect(moveRange(extended, { rows: 0, columns: 1 }, size, false).anchor).toEqual({ row: 4, column: 1 });
  });
});

describe("clipboard", () => {
  it("reads back what it writes, tabs, quotes and line breaks included", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "中", '"', "\t", "\n", " ") });
    const table = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([height, width]) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: height, maxLength: height }),
      );
    fc.assert(
      fc.property(table, (cells) => {
        fc.pre(!(cells.at(-1)?.length === 1 && cells.at(-1)?.[0] === "")); // a last empty line is taken for the final break
        expect(readCells(writeCells(cells))).toEqual(cells);
      }),
    );
  });

  it("reads Excel's line ends", () => {
    expect(readCells('a\tb\r\n"x ""y"""\t2\r\n')).toEqual([
      ["a", "b"],
      ['x "y"', "2"],
    ]);
  });
});

describe("acceptText", () => {
  it("understands dates, numbers and names of choices as people paste them", () => {
    const date = { kind: "date" as const, value: () => "" };
    const number = { kind: "number" as const, value: () => "" };
    expect([acceptText(date, "2026/5/6"), acceptText(date, "2026年5月6日"), acceptText(date, "2026-02-30")]).toEqual([
      "2026-05-06",
      "2026-05-06",
      undefined,
    ]);
    expect([
      acceptText(number, "¥80,000.50"),
      acceptText(number, "１２"),
      acceptText(number, "12x"),
      acceptText(number, " "),
    ]).toEqual(["80000.50", "12", undefined, ""]);
  });
});

describe("planEdits", () => {
  it("changes what fits, leaves group rows, and counts what is refused", () => {
    const cells = readCells("新名\t2026/7/1\t进行中\n别的\t不是日期\t未开始");
    const area = pasteArea({ top: 1, bottom: 1, left: 1, right: 1 }, cells);
    const plan = planEdits({ items, columns }, area, (row, column) => cells[row]?.[column] ?? "");
    expect(plan.changes).toEqual([
      { rowKey: "a", columnKey: "name", value: "新名" },
      { rowKey: "a", columnKey: "due", value: "2026-07-01" },
      { rowKey: "a", columnKey: "status", value: "doing" },
      { rowKey: "c", columnKey: "name", value: "别的" },
    ]);
    expect(plan.before[1]).toEqual({ rowKey: "a", columnKey: "due", value: "2026-05-06" });
    expect(plan.refused).toBe(1);
    const locked = planEdits({ items, columns }, { top: 4, bottom: 4, left: 0, right: 2 }, () => "2026-01-01");
    expect([locked.changes.length, locked.refused]).toEqual([1, 2]);
  });

  it("fills a whole range from one cell", () => {
    const area = pasteArea({ top: 1, bottom: 4, left: 2, right: 2 }, [["2026-08-08"]]);
    expect(planEdits({ items, columns }, area, () => "2026-08-08").changes.map((each) => each.rowKey)).toEqual([
      "a",
      "c",
    ]);
  });
});

describe("EditHistory", () => {
  it("takes back and does again until something new is done", () => {
    const history = new EditHistory();
    const change = (value: string) => [{ rowKey: "a", columnKey: "name", value }];
    history.record(change("2"), change("1"));
    history.record(change("3"), change("2"));
    expect([history.undo(), history.undo(), history.undo()]).toEqual([change("2"), change("1"), undefined]);
    expect(history.redo()).toEqual(change("2"));
    history.record(change("9"), change("2"));
    expect(history.redo()).toBeUndefined();
  });
});
