import { describe, expect, it } from "vitest";
import { createFormat } from "./format.ts";

const zh = createFormat("zh-CN", "Asia/Shanghai");
const en = createFormat("en", "Asia/Shanghai");

describe("dates", () => {
  it("writes ranges and shows years only where they differ", () => {
    expect(zh.range("2026-05-06", "2026-06-01")).toBe("05/06 – 06/01");
    expect(zh.range("2025-12-28", "2026-01-03")).toBe("2025-12-28 – 2026-01-03");
    expect([zh.longRange("2026-06-01", "2026-06-18"), en.longRange("2026-06-01", "2026-06-18")]).toEqual([
      "6月1日 – 6月18日",
      "Jun 1 – Jun 18",
    ]);
    expect([zh.month("2026-08-10"), en.month("2026-08-10")]).toEqual(["2026年8月", "Aug 2026"]);
    expect([zh.weekday("2026-06-01"), en.weekday("2026-06-01")]).toEqual(["周一", "Mon"]);
  });

  it("shows moments on the clock of the workspace", () => {
    expect(zh.dateTime("2026-06-01T16:05:00Z")).toBe("2026-06-02 00:05");
    expect(zh.day("2026-06-01T16:05:00Z")).toBe("2026-06-02");
    expect(zh.time("2026-06-01T06:05:00Z")).toBe("14:05");
    expect(createFormat("en", "UTC").dateTime("2026-06-01T16:05:00Z")).toBe("2026-06-01 16:05");
  });

  it("tells how long ago", () => {
    const now = "2026-06-02T12:00:00Z";
    expect(zh.relative("2026-06-02T11:57:00Z", now)).toBe("3分钟前");
    expect(en.relative("2026-06-03T12:00:00Z", now)).toBe("tomorrow");
    expect(en.relative("2026-05-19T12:00:00Z", now)).toBe("2 weeks ago");
    expect(zh.relative("2026-06-02T11:59:50Z", now)).toBe("现在");
  });

  it("keeps the two largest units of a duration", () => {
    expect(en.duration(7_500_000)).toBe("2 hr 5 min");
    expect(en.duration(400)).toBe("0 sec");
    expect(en.duration(90_061_000)).toBe("1 day 1 hr");
  });
});

describe("words", () => {
  it("joins lists and sorts names by pinyin", () => {
    expect([zh.list(["天猫", "抖音", "小红书"]), en.list(["A", "B", "C"])]).toEqual([
      "天猫、抖音和小红书",
      "A, B, and C",
    ]);
    expect(["周子航", "陈嘉怡", "林晓彤"].toSorted(zh.compare)).toEqual(["陈嘉怡", "林晓彤", "周子航"]);
    expect(["任务10", "任务9"].toSorted(zh.compare)).toEqual(["任务9", "任务10"]);
  });

  it("is the same object for the same locale", () => {
    expect(createFormat("en", "Asia/Shanghai")).toBe(en);
  });
});
