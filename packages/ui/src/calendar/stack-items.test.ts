import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayText } from "../timeline/day.ts";
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

  it("keeps the days that the name of a point reaches over free of others", () => {
    const room = { dayPx: 37, endDay: dayNumber("2026-06-19") };
    const point = { ...item("预售正式开启", "2026-06-01", "2026-06-01"), point: true };
    const next = item("预售付定", "2026-06-03", "2026-06-08");
    const later = item("爆发", "2026-06-05", "2026-06-09");
    const lineOf = (items: CalendarItem[], id: string) =>
      stackItems(items, room).items.find((each) => each.item.id === id)?.line;
    expect(lineOf([point, next], next.id)).toBe(1);
    expect(lineOf([point, later], later.id)).toBe(0);
    expect(lineOf([{ ...point, point: false }, next], next.id)).toBe(0);
  });
  it("puts the name of a point before it where the days end, and keeps those days free", () => {
    const room = { dayPx: 37, endDay: dayNumber("2026-06-19") };
    const point = { ...item("爆发日", "2026-06-18", "2026-06-18"), point: true };
    const before = item("预售", "2026-06-10", "2026-06-17");
    const { items } = stackItems([point, before], room);
    expect(items.map((each) => [each.item.id, each.before, each.line])).toEqual([
      ["预售", false, 0],
      ["爆发日", true, 1],
    ]);
    expect(stackItems([point], { ...room, endDay: room.endDay + 9 }).items[0]?.before).toBe(false);
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
