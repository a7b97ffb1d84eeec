import { readFileSync } from "node:fs";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { compareModels } from "../compare-models.ts";
import { buildJourneys } from "./build-journeys.ts";
import type { JourneyTable } from "./journey-table.ts";
import type { Conversion, Touch } from "./touch.ts";
import { DAY_MS } from "./window.ts";

const DATA = new URL("../../../../../shared/data/attribution/", import.meta.url);

/** Sessions of the shared files as touches, and their purchases as conversions. */
function readSessions(file: string): { touches: Touch[]; conversions: Conversion[] } {
  const [header = "", ...lines] = readFileSync(new URL(file, DATA), "utf8").trim().split("\n");
  const columns = header.trim().split(",");
  const touches: Touch[] = [];
  const conversions: Conversion[] = [];
  for (const line of lines) {
    const cells = line.trim().split(",");
    const cell = (name: string): string => cells[columns.indexOf(name)] ?? "";
    const personId = cell("user_pseudo_id");
    const atMs = Date.parse(`${cell("event_time").replace(" ", "T")}Z`);
    touches.push({ personId, atMs, channel: cell("source_medium") });
    const count = Number(cell("n_purchases") || cell("is_conversion_purchase"));
    if (count > 0) conversions.push({ personId, atMs, count, valueMinor: count * 1000 });
  }
  return { touches, conversions };
}

const show = (t: JourneyTable): string[] =>
  Array.from(t.conversions, (won, i) => {
    const path = Array.from(t.codes.subarray(t.offsets[i], t.offsets[i + 1]), (c) => t.channels[c]).join(">");
    return `${path}${won > 0 ? ` ×${won}` : ""}`;
  });

const touch = (day: number, channel: string, personId = "p"): Touch => ({ personId, channel, atMs: day * DAY_MS });
const sale = (day: number, extra: Partial<Conversion> = {}): Conversion => ({
  personId: "p",
  atMs: day * DAY_MS,
  ...extra,
});

describe("journeys from the shared sessions", () => {
  const expected = JSON.parse(readFileSync(new URL("expected_small.json", DATA), "utf8")) as {
    conversions: number;
    first_touch: Record<string, number>;
    last_touch: Record<string, number>;
    last_non_direct: Record<string, number>;
    linear: Record<string, number>;
  };

  it("cuts the journeys of the file", () => {
    const { touches, conversions } = readSessions("sessions_small.csv");
    expect(show(unwrap(buildJourneys(touches, conversions)))).toEqual([
      "direct>google_ads>direct ×1",
      "seo>direct",
      "direct>crm>direct ×1",
      "seo>direct>direct ×1",
      "direct>direct>seo>direct ×1",
    ]);
  });

  it("credits as the file's authors do", () => {
    const { touches, conversions } = readSessions("sessions_small.csv");
    const results = unwrap(compareModels(unwrap(buildJourneys(touches, conversions))));
    const models = [
      ["first-touch", expected.first_touch],
      ["last-touch", expected.last_touch],
      ["last-non-direct", expected.last_non_direct],
      ["linear", expected.linear],
    ] as const;
    for (const [model, credits] of models) {
      for (const credit of results.get(model)?.estimate ?? []) {
        expect(credit.conversions).toBeCloseTo(credits[credit.channel] ?? 0, 12);
      }
    }
    for (const result of results.values()) {
      expect(result.estimate.reduce((t, c) => t + c.conversions, 0)).toBe(expected.conversions);
      expect(result.estimate.reduce((t, c) => t + c.valueMinor, 0)).toBe(4000);
    }
  });

  it("counts two purchases of one session twice", () => {
    const { touches, conversions } = readSessions("sessions_small_multi.csv");
    const linear = unwrap(compareModels(unwrap(buildJourneys(touches, conversions)), ["linear"])).get("linear");
    // E: direct>crm>direct with two purchases adds 4/3 to direct and 2/3 to crm
    const of = (name: string) => linear?.estimate.find((c) => c.channel === name)?.conversions;
    expect(of("direct")).toBeCloseTo(2.75 + 4 / 3, 12);
    expect(of("crm")).toBeCloseTo(1, 12);
    expect(linear?.estimate.reduce((t, c) => t + c.conversions, 0)).toBe(6);
  });
});

describe("windows and restarts", () => {
  it("keeps a touch exactly as old as the window and drops an older one", () => {
    const table = unwrap(buildJourneys([touch(0, "a"), touch(0.001, "b"), touch(29, "c")], [sale(30.001)]));
    expect(show(table)).toEqual(["b>c ×1"]);
  });

  it("honours windows per channel and per conversion", () => {
    const touches = [touch(0, "view"), touch(1, "click"), touch(5, "view")];
    const channelLookbackMs = { view: DAY_MS };
    expect(show(unwrap(buildJourneys(touches, [sale(5.5)], { channelLookbackMs })))).toEqual(["click>view ×1"]);
    expect(show(unwrap(buildJourneys(touches, [sale(5.5, { lookbackMs: DAY_MS })])))).toEqual(["view ×1"]);
  });

  it("credits a second order to the journey before, or leaves it out and says so", () => {
    const touches = [touch(0, "a"), touch(1, "b")];
    const orders = [sale(2, { valueMinor: 500 }), sale(3, { valueMinor: 700 })];
    expect(show(unwrap(buildJourneys(touches, orders)))).toEqual(["a>b ×1", "a>b ×1"]);
    const strict = unwrap(buildJourneys(touches, orders, { withoutTouches: "left-out" }));
    expect(show(strict)).toEqual(["a>b ×1"]);
    expect(strict.leftOut).toEqual({ conversions: 1, valueMinor: 700, openJourneys: 0 });
  });

  it("looks back across conversions when windows overlap", () => {
    const touches = [touch(0, "a"), touch(4, "b"), touch(9, "c")];
    const orders = [sale(2), sale(6)];
    expect(show(unwrap(buildJourneys(touches, orders)))).toEqual(["a ×1", "b ×1", "c"]);
    expect(show(unwrap(buildJourneys(touches, orders, { restart: "overlapping" })))).toEqual(["a ×1", "a>b ×1", "c"]);
  });

  it("ends lost journeys by inactivity and leaves open ones out", () => {
    const touches = [touch(0, "a"), touch(1, "b"), touch(40, "c")];
    expect(show(unwrap(buildJourneys(touches, [], { inactivityMs: 7 * DAY_MS })))).toEqual(["a>b", "c"]);
    const open = unwrap(buildJourneys(touches, [], { inactivityMs: 7 * DAY_MS, observedUntilMs: 50 * DAY_MS }));
    expect(show(open)).toEqual(["a>b"]);
    expect(open.leftOut.openJourneys).toBe(1);
  });

  it("joins an anonymous visitor with the customer", () => {
    const touches = [touch(0, "ad", "cookie"), touch(1, "mail", "p")];
    const personOf = (id: string) => (id === "cookie" ? "p" : id);
    expect(show(unwrap(buildJourneys(touches, [sale(2)], { personOf })))).toEqual(["ad>mail ×1"]);
    expect(show(unwrap(buildJourneys(touches, [sale(2)])))).toEqual(["ad", "mail ×1"]);
  });

  it.each([
    [[], [sale(1)], "statistics/empty-input"],
    [[touch(Number.NaN, "a")], [sale(1)], "statistics/not-finite"],
    [[touch(0, "a")], [sale(1, { count: -1 })], "statistics/negative-count"],
    [[touch(0, "a")], [sale(1, { valueMinor: 0.5 })], "statistics/not-whole"],
    [[touch(0, "a")], [sale(1, { valueMinor: -5 })], "statistics/negative-count"],
  ])("refuses bad input by name %#", (touches, conversions, code) => {
    const result = buildJourneys(touches, conversions);
    expect(result.ok ? "ok" : result.error.definition.code).toBe(code);
  });
});
