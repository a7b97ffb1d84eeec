import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayText } from "../timeline/day.ts";
import type { CalendarItem } from "./calendar-types.ts";
import { stackItems } from "./stack-items.ts";

const item = (id: string, start: string, finish: string): CalendarItem => ({
  id,
  lane: "x",
  name: id,
  start,
  finish,
  colour: "#000000",
});

describe("stackItems", () => {
  it("uses the first free line, as in the design", () => {
    const { items, lines } = stackItems([
      item("付定金", "2026-05-24", "2026-05-31"),
      item("详情页", "2026-05-29", "2026-06-05"),
      item("尾款", "2026-06-01", "2026-06-03"),
    ]);
    expect(items.map(({ item: { id }, line }) => [id, line])).toEqual([
      ["付定金", 0],
      ["详情页", 1],
      ["尾款", 0],
    ]);
    expect(lines).toBe(2);
  });

  it("never lets two items of a line overlap and needs no more lines than run at once", () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(spans, (pairs) => {
        const stack = stackItems(
          pairs.map(([start, length], index) =>
            item(String(index), dayText(20_000 + start), dayText(20_000 + start + length)),
          ),
        );
        for (const a of stack.items) {
          for (const b of stack.items) {
            if (a !== b && a.line === b.line) expect(a.end <= b.start || b.end <= a.start).toBe(true);
          }
        }
        const most = Math.max(
          0,
          ...Array.from(
            { length: 90 },
            (_, day) => stack.items.filter((each) => each.start <= 20_000 + day && each.end > 20_000 + day).length,
          ),
        );
        expect(stack.lines).toBe(most);
      }),
    );
  });
});
