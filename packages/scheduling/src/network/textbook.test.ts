import { readFileSync } from "node:fs";
import { addDays, calendarDate, daysBetween, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { EVERY_DAY_CALENDAR, STANDARD_CALENDAR } from "../calendar/presets.ts";
import type { Plan } from "./model.ts";
import { schedulePlan } from "./prepared-network.ts";

interface TextbookTask {
  readonly id: string;
  readonly duration: number;
  readonly predecessors: readonly string[];
  readonly ES: number;
  readonly EF: number;
  readonly LS: number;
  readonly LF: number;
  readonly total_slack: number;
  readonly critical: boolean;
}

const source = new URL("../../../../../shared/data/scheduling/textbook-cpm.json", import.meta.url);
const book = JSON.parse(readFileSync(source, "utf8")) as {
  readonly tasks: readonly TextbookTask[];
  readonly project_duration: number;
  readonly critical_path: readonly string[];
};

const start = calendarDate("2026-03-02");
const plan: Plan = {
  tasks: book.tasks.map(({ id, duration }) => ({ id, durationDays: duration })),
  links: book.tasks.flatMap(({ id, predecessors }) => predecessors.map((from) => ({ from, to: id }))),
  direction: { kind: "from-start", start },
  calendar: EVERY_DAY_CALENDAR,
};

describe("the textbook network", () => {
  it("has the early and late dates and slack of the book", () => {
    const rows = unwrap(schedulePlan(plan)).tasks.map((t) => ({
      id: t.id,
      ES: daysBetween(start, t.earlyStart),
      EF: daysBetween(start, t.earlyFinish) + 1,
      LS: daysBetween(start, t.lateStart),
      LF: daysBetween(start, t.lateFinish) + 1,
      total_slack: t.totalSlackDays,
      critical: t.critical,
    }));
    expect(rows).toEqual(book.tasks.map(({ duration: _d, predecessors: _p, ...rest }) => rest));
  });
  it("ends after the book's duration and has its one critical path", () => {
    const schedule = unwrap(schedulePlan(plan));
    expect(schedule.span).toEqual({ start, finish: addDays(start, book.project_duration - 1) });
    expect(schedule.criticalPaths()).toEqual({ paths: [{ taskIds: book.critical_path, slackDays: 0 }], count: 1 });
  });
  it("has the free slack that the dates imply", () => {
    const free = unwrap(schedulePlan(plan)).tasks.map((t) => `${t.id}${t.freeSlackDays}`);
    // C may not slip without E or F; E waits for D until 12, F for G until 16.
    expect(free).toEqual(["A0", "B0", "C0", "D0", "E6", "F9", "G0", "H0"]);
  });
  it("laid backwards from its finish stands on the late dates", () => {
    const finish = addDays(start, book.project_duration - 1);
    const schedule = unwrap(schedulePlan({ ...plan, direction: { kind: "from-finish", finish } }));
    expect(schedule.tasks.map((t) => daysBetween(start, t.start))).toEqual(book.tasks.map((t) => t.LS));
    expect(schedule.conflicts).toEqual([]);
  });
  it("takes the same working days on a calendar with weekends", () => {
    const schedule = unwrap(schedulePlan({ ...plan, calendar: STANDARD_CALENDAR }));
    // 19 working days from Monday 2 March 2026 end on Thursday 26 March.
    expect(schedule.span?.finish).toBe("2026-03-26");
    expect(schedule.tasks.map((t) => t.totalSlackDays)).toEqual(book.tasks.map((t) => t.total_slack));
  });
});
