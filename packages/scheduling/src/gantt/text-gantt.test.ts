import { readFileSync } from "node:fs";
import { calendarDate, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "../calendar/compiled-calendar.ts";
import { STANDARD_CALENDAR } from "../calendar/presets.ts";
import { doubleElevenPlan, drawDoubleEleven } from "../example/double-eleven.ts";
import { prepareNetwork, schedulePlan } from "../network/prepared-network.ts";
import { sketchPlan, withTasks } from "../network/sketch.ts";
import { whatMoves } from "../network/what-moves.ts";
import { textGantt } from "./text-gantt.ts";
import { fit, textWidth } from "./text-width.ts";

const calendar = unwrap(compileCalendar(STANDARD_CALENDAR));

describe("textGantt", () => {
  const plan = withTasks(sketchPlan(["s 0", "a 4", "b 3: a", "c 1: a", "m 0: b"]), {
    a: { parentId: "s", name: "设计" },
    b: { parentId: "s" },
  });
  const rows = unwrap(schedulePlan(plan)).tasks.map((task, i) => ({ name: plan.tasks[i]?.name ?? task.id, task }));
  it("draws bars, days off, slack, milestones and summaries", () => {
    expect(textGantt(rows, { calendar })).toBe(
      [
        "                   2026-03",
        "                   02     09",
        "s     03-02 03-10  _________",
        "设计  03-02 03-05  ####",
        "b     03-06 03-10      #..##",
        "c     03-06 03-06      =----",
        "m     03-10                *",
      ].join("\n"),
    );
  });
  it("keeps to the window asked for", () => {
    const window = { calendar, from: calendarDate("2026-03-05"), to: calendarDate("2026-03-06") };
    expect(textGantt(rows.slice(1, 4), window).split("\n")).toEqual([
      "",
      "",
      "设计  03-02 03-05  #",
      "b     03-06 03-10   #",
      "c     03-06 03-06   =",
    ]);
    expect(textGantt([], { calendar })).toBe("");
  });
});

describe("text width", () => {
  it("counts Chinese as two columns and cuts without halving it", () => {
    expect(textWidth("双11 开卖")).toBe(9);
    expect(fit("双11 开卖", 12)).toBe("双11 开卖   ");
    expect(fit("双11 开卖", 8)).toBe("双11 开~");
    expect(fit("双11 开卖", 7)).toBe("双11 ~ ");
  });
  it("always fills exactly the columns asked for", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", "双", "1", "，", "🎉") }),
        fc.integer({ min: 1, max: 20 }),
        (text, columns) => {
          expect(textWidth(fit(text, columns))).toBe(columns);
        },
      ),
    );
  });
});

describe("the README", () => {
  it("says what the example answers", () => {
    const network = unwrap(prepareNetwork(doubleElevenPlan));
    expect(network.schedule.why("3")?.map((s) => s.taskId)).toEqual(["3", "5", "6", "10", "11"]);
    expect(network.schedule.criticalPaths().paths.map((p) => p.taskIds)).toEqual([
      ["1", "2", "4", "5", "6", "10", "11", "12", "13"],
    ]);
    expect(network.schedule.conflicts).toEqual([]);
    const preview = unwrap(whatMoves(network, { kind: "set-duration", taskId: "5", durationDays: 4 }));
    expect(preview.chainOf("1")).toEqual(["5", "4", "2", "1"]);
  });
  const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
  const readme = read("../../README.md");
  it("shows the plan that the example draws", () => {
    expect(readme).toContain(`\`\`\`text\n${drawDoubleEleven()}\n\`\`\``);
  });
  it("shows the example as it is in the source", () => {
    const source = read("../example/double-eleven.ts").replace("../index.ts", "@yutu/scheduling");
    expect(readme).toContain(`\`\`\`ts\n${source}\`\`\``);
  });
});
