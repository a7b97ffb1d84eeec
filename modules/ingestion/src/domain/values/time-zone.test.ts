import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantOf, isTimeZone, zoneOffsets } from "./time-zone.ts";

const utcOf = (wall: string, zone: string) =>
  new Date(instantOf(Date.parse(`${wall}Z`), zoneOffsets(zone))).toISOString();

describe("instantOf", () => {
  it.each([
    ["2026-11-11T00:00:00", "Asia/Shanghai", "2026-11-10T16:00:00.000Z"],
    ["2010-12-01T08:26:00", "Europe/London", "2010-12-01T08:26:00.000Z"],
    ["2011-06-01T08:26:00", "Europe/London", "2011-06-01T07:26:00.000Z"],
    ["2026-01-01T00:00:00", "Asia/Kathmandu", "2025-12-31T18:15:00.000Z"],
    // Skipped: clocks went from 01:00 to 02:00 on 27 March 2011.
    ["2011-03-27T01:30:00", "Europe/London", "2011-03-27T01:30:00.000Z"],
    // Twice: clocks went back from 02:00 to 01:00 on 30 October 2011.
    ["2011-10-30T01:30:00", "Europe/London", "2011-10-30T00:30:00.000Z"],
    ["2026-11-01T01:30:00", "America/New_York", "2026-11-01T05:30:00.000Z"],
  ])("%s in %s is %s", (wall, zone, utc) => {
    expect(utcOf(wall, zone)).toBe(utc);
  });
  it("shows the wall time again, wherever that exists", () => {
    const zones = ["Asia/Shanghai", "Europe/London", "America/New_York", "Australia/Lord_Howe"].map((zone) =>
      zoneOffsets(zone),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 946_684_800, max: 2_000_000_000 }),
        (offsetAt, seconds) => {
          const instant = seconds * 1000;
          const wall = instant + offsetAt(instant);
          const back = instantOf(wall, offsetAt);
          expect(back + offsetAt(back)).toBe(wall);
          expect(back).toBeLessThanOrEqual(instant);
        },
      ),
    );
  });
});

it("knows zones", () => {
  expect(isTimeZone("Asia/Shanghai")).toBe(true);
  expect(isTimeZone("Asia/Nowhere")).toBe(false);
});
