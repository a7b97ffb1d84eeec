import { addDays, calendarDate, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarEvent, CalendarFeed, EventTime } from "./model.ts";
import { readICalendar } from "./read-icalendar.ts";
import { eventsOfSchedule } from "./schedule-feed.ts";
import { isTextValue } from "./text-value.ts";
import { writeICalendar } from "./write-icalendar.ts";

const bytes = new TextEncoder();
const day = fc.integer({ min: 0, max: 30_000 }).map((offset) => addDays(calendarDate("1970-01-01"), offset));
const instant = fc.tuple(day, fc.nat(86_399)).map(([date, second]) => {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}Z`;
});
const words = fc
  .oneof(
    fc.string({ unit: "binary", maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom("双", "十", "一", "😀", ",", ";", "\\", "\n", "n", ":", '"', " "),
      maxLength: 90,
    }),
  )
  .filter((text) => isTextValue(text) && !text.includes("\r"));

const time: fc.Arbitrary<EventTime> = fc.oneof(
  fc
    .tuple(day, fc.nat(40))
    .map(([first, length]): EventTime => ({ kind: "all-day", first, last: addDays(first, length) })),
  fc.tuple(instant, instant).map(([a, b]): EventTime => ({ kind: "timed", start: a < b ? a : b, end: a < b ? b : a })),
);

const event: fc.Arbitrary<CalendarEvent> = fc
  .record(
    {
      uid: fc.uuid(),
      sequence: fc.nat(1000),
      stamp: instant,
      summary: words,
      time,
      description: words,
      location: words,
      url: fc.webUrl(),
      categories: fc.array(words, { minLength: 1, maxLength: 3 }),
      status: fc.constantFrom("TENTATIVE", "CONFIRMED", "CANCELLED"),
      milestone: fc.boolean(),
      recurrence: fc.constantFrom(
        { frequency: "WEEKLY", byDay: [{ weekday: 1 }, { weekday: 5 }], count: 4 } as const,
        { frequency: "MONTHLY", byDay: [{ weekday: 5, nth: -1 }] } as const,
      ),
      excluded: fc.array(day, { minLength: 1, maxLength: 3 }),
      lastModified: instant,
    },
    { requiredKeys: ["uid", "sequence", "stamp", "summary", "time"] },
  )
  .map(({ excluded, ...rest }) =>
    excluded === undefined || rest.time.kind === "timed" ? rest : { ...rest, excluded },
  );

const feed: fc.Arbitrary<CalendarFeed> = fc.record(
  {
    productId: words.filter((text) => text !== ""),
    name: words,
    refreshMinutes: fc.integer({ min: 1, max: 10_000 }),
    events: fc.uniqueArray(event, { maxLength: 4, selector: ({ uid }) => uid }),
  },
  { requiredKeys: ["productId", "events"] },
);

const launch: CalendarEvent = {
  uid: "tsk_1@yutu",
  sequence: 3,
  stamp: "2026-09-01T02:03:04Z",
  summary: "双11 主图; 拍摄, 修图",
  time: { kind: "all-day", first: calendarDate("2026-10-08"), last: calendarDate("2026-10-09") },
  description: "第一行\n第二行 C:\\图",
  milestone: true,
};

describe("iCalendar", () => {
  it("writes the text of the standard", () => {
    const text = unwrap(writeICalendar({ productId: "-//Yutu//Plan//ZH", name: "双11", events: [launch] }));
    expect(text.split("\r\n")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//Yutu//Plan//ZH",
      "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH",
      "NAME:双11",
      "X-WR-CALNAME:双11",
      "BEGIN:VEVENT",
      "UID:tsk_1@yutu",
      "SEQUENCE:3",
      "DTSTAMP:20260901T020304Z",
      "DTSTART;VALUE=DATE:20261008",
      "DTEND;VALUE=DATE:20261010",
      "SUMMARY:双11 主图\\; 拍摄\\, 修图",
      "DESCRIPTION:第一行\\n第二行 C:\\\\图",
      "X-YUTU-MILESTONE:TRUE",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
      "",
    ]);
  });

  it("folds after 75 octets and never inside a character", () => {
    const text = unwrap(writeICalendar({ productId: "p", events: [{ ...launch, summary: "双".repeat(60) }] }));
    const lines = text.split("\r\n").filter((line) => line.startsWith("SUMMARY") || line.startsWith(" "));
    // 8 octets of "SUMMARY:" leave 67, which is 22 characters of 3; later lines have 74, which is 24.
    expect(lines.map((line) => line.split("双").length - 1)).toEqual([22, 24, 14]);
  });

  it("reads back what it writes, every line within 75 octets", () => {
    fc.assert(
      fc.property(feed, (some) => {
        const text = unwrap(writeICalendar(some));
        for (const line of text.split("\r\n")) expect(bytes.encode(line).length).toBeLessThanOrEqual(75);
        expect(readICalendar(text)).toEqual({ ok: true, value: some });
      }),
      { numRuns: 300 },
    );
  });

  it("turns a schedule into events without the summaries", () => {
    const row = {
      id: "t1",
      kind: "milestone",
      state: "planned",
      start: calendarDate("2026-11-11"),
      finish: calendarDate("2026-11-11"),
      durationDays: 0,
      earlyStart: calendarDate("2026-11-11"),
      earlyFinish: calendarDate("2026-11-11"),
      lateStart: calendarDate("2026-11-11"),
      lateFinish: calendarDate("2026-11-11"),
      totalSlackDays: 0,
      freeSlackDays: 0,
      critical: true,
    } as const;
    const events = eventsOfSchedule(
      [
        { task: row, title: "开卖", revision: 2 },
        { task: { ...row, id: "s", kind: "summary" }, title: "阶段", revision: 0 },
      ],
      { domain: "yutu", stamp: "2026-09-01T00:00:00Z" },
    );
    expect(events).toEqual([
      {
        uid: "t1@yutu",
        sequence: 2,
        stamp: "2026-09-01T00:00:00Z",
        summary: "◆ 开卖",
        time: { kind: "all-day", first: "2026-11-11", last: "2026-11-11" },
        milestone: true,
      },
    ]);
  });

  it("refuses to write what the format cannot say, naming event and field", () => {
    const field = (change: Partial<CalendarEvent>): unknown => {
      const result = writeICalendar({ productId: "p", events: [{ ...launch, ...change }] });
      return result.ok ? null : [result.error.params?.uid, result.error.params?.field];
    };
    expect(field({ uid: "" })).toEqual(["", "uid"]);
    expect(field({ sequence: -1 })).toEqual(["tsk_1@yutu", "sequence"]);
    expect(field({ stamp: "2026-02-30T00:00:00Z" })).toEqual(["tsk_1@yutu", "stamp"]);
    expect(field({ summary: "a\u0007" })).toEqual(["tsk_1@yutu", "summary"]);
    expect(field({ url: "https://x y" })).toEqual(["tsk_1@yutu", "url"]);
    expect(
      field({ time: { kind: "all-day", first: calendarDate("2026-01-02"), last: calendarDate("2026-01-01") } }),
    ).toEqual(["tsk_1@yutu", "last"]);
    expect(writeICalendar({ productId: "p", events: [launch, launch] }).ok).toBe(false);
  });

  it("answers any text with a result", () => {
    const piece = fc.constantFrom(
      ...'BEGIN:VCALENDAR|END:VCALENDAR|BEGIN:VEVENT|END:VEVENT|PRODID:x|UID:1|DTSTAMP:20260101T000000Z|DTSTART:20260101|DTEND:2026|RRULE:FREQ=X|;A="|:|BEGIN:A| fold|SEQUENCE:-1|EXDATE:1,2|\\|双'.split(
        "|",
      ),
    );
    const soup = fc.array(piece, { maxLength: 25 }).map((lines) => lines.join("\r\n"));
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 200 })), (text) => {
        const result = readICalendar(text);
        if (!result.ok) expect(result.error.definition.code).toBe("scheduling/icalendar-unreadable");
      }),
      { numRuns: 500 },
    );
  });
});
