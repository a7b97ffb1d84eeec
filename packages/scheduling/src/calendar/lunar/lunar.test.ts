import { calendarDate, fromEpochDay, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lunarFestival } from "./festivals.ts";
import { fromLunar, toLunar } from "./lunar-date.ts";
import { LUNAR_YEARS, lunarMonths } from "./lunar-year.ts";
import { solarTermDate } from "./solar-term.ts";

const published = [
  // 春节, 元宵, 端午, 七夕, 中秋 as in the almanacs of the Purple Mountain and Hong Kong observatories
  [2023, "2023-01-22", "2023-02-05", "2023-06-22", "2023-08-22", "2023-09-29"],
  [2024, "2024-02-10", "2024-02-24", "2024-06-10", "2024-08-10", "2024-09-17"],
  [2025, "2025-01-29", "2025-02-12", "2025-05-31", "2025-08-29", "2025-10-06"],
  [2026, "2026-02-17", "2026-03-03", "2026-06-19", "2026-08-19", "2026-09-25"],
  [2027, "2027-02-06", "2027-02-20", "2027-06-09", "2027-08-08", "2027-09-15"],
] as const;

describe("lunar festivals", () => {
  it.each(published)("of %i fall where the almanac has them", (year, ...dates) => {
    const names = ["春节", "元宵", "端午", "七夕", "中秋"] as const;
    expect(names.map((name) => unwrap(lunarFestival(year, name)))).toEqual(dates);
  });
  it("puts 除夕 on the eve and 腊八 into the next January", () => {
    expect(unwrap(lunarFestival(2026, "除夕"))).toBe("2026-02-16");
    expect(unwrap(lunarFestival(2026, "腊八"))).toBe("2027-01-15");
  });
});

describe("lunar years", () => {
  it.each([
    [1984, 10],
    [1987, 6],
    [2004, 2],
    [2006, 7],
    [2009, 5],
    [2012, 4],
    [2014, 9],
    [2017, 6],
    [2020, 4],
    [2023, 2],
    [2025, 6],
    [2028, 5],
    [2033, 11],
  ])("%i has leap month %i", (year, month) => {
    expect(lunarMonths(year).find((m) => m.leap)?.month).toBe(month);
  });
  it("follow one another without a gap, months of 29 or 30 days", () => {
    for (let year = LUNAR_YEARS.first; year < LUNAR_YEARS.last; year++) {
      const months = lunarMonths(year);
      for (const [i, m] of months.entries()) {
        expect([29, 30]).toContain(m.length);
        const next = months[i + 1] ?? lunarMonths(year + 1)[0];
        expect(next?.firstDay).toBe(m.firstDay + m.length);
      }
      expect(months.filter((m) => !m.leap).map((m) => m.month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    }
  });
  it("agree with the runtime's own Chinese calendar save for its known misses", () => {
    const intl = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
    const differences: string[] = [];
    let months = 0;
    for (let year = 1950; year <= 2099; year++) {
      for (const m of lunarMonths(year)) {
        const parts = intl.formatToParts(m.firstDay * 86_400_000);
        const own = `${m.month}${m.leap ? "bis" : ""}/1`;
        const theirs = ["month", "day"].map((type) => parts.find((p) => p.type === type)?.value).join("/");
        months += 1;
        if (own !== theirs) differences.push(fromEpochDay(m.firstDay));
      }
    }
    expect(months).toBe(1855);
    // ICU's lower precision misses new moons close to midnight; e.g. it puts 春节 2027 on 7 February, not 6.
    expect(differences.length).toBeLessThanOrEqual(15);
    expect(differences.filter((d) => d >= "2000-01-01" && d < "2050-01-01").length).toBeLessThanOrEqual(4);
  });
});

describe("lunar dates", () => {
  it("read back what they write", () => {
    fc.assert(
      fc.property(fc.integer({ min: -6000, max: 47_000 }), (day) => {
        const date = fromEpochDay(day);
        expect(unwrap(fromLunar(unwrap(toLunar(date))))).toBe(date);
      }),
    );
  });
  it("refuse what does not exist", () => {
    expect(fromLunar({ year: 2026, month: 6, day: 1, leap: true })).toEqual({
      ok: false,
      error: "lunar/no-such-day",
    });
    expect(fromLunar({ year: 2026, month: 1, day: 31, leap: false }).ok).toBe(false);
    expect(fromLunar({ year: 1900, month: 1, day: 1, leap: false })).toEqual({
      ok: false,
      error: "lunar/year-out-of-range",
    });
    expect(toLunar(calendarDate("1949-06-01")).ok).toBe(false);
  });
});

describe("solar terms", () => {
  it.each([
    [2000, "2000-04-04", "2000-12-21"],
    [2015, "2015-04-05", "2015-12-22"],
    [2019, "2019-04-05", "2019-12-22"],
    [2024, "2024-04-04", "2024-12-21"],
    [2025, "2025-04-04", "2025-12-21"],
    [2026, "2026-04-05", "2026-12-22"],
  ])("of %i fall where the almanac has them", (year, qingming, solstice) => {
    expect(solarTermDate(year, "清明")).toBe(qingming);
    expect(solarTermDate(year, "冬至")).toBe(solstice);
  });
  it("agree with the almanac rule for 清明 of this century", () => {
    for (let year = 2001; year < 2100; year++) {
      const rule = Math.floor((year - 2000) * 0.2422 + 4.81) - Math.floor((year - 2000) / 4);
      expect(solarTermDate(year, "清明")).toBe(`${year}-04-0${rule}`);
    }
  });
});
