import { describe, expect, it } from "vitest";
import { nameOf, plural, singular } from "./names.ts";

describe("nameOf", () => {
  it.each(["archive-task", "archiveTask", "ArchiveTask", "Archive task", "archive_task"])("reads %s", (text) => {
    expect(nameOf(text)).toEqual({
      kebab: "archive-task",
      camel: "archiveTask",
      pascal: "ArchiveTask",
      words: "Archive task",
    });
  });
  it.each(["", "1st", "任务", "../x"])("refuses «%s»", (text) => {
    expect(() => nameOf(text)).toThrow(/is no name/);
  });
});

it.each([
  ["card", "cards"],
  ["category", "categories"],
  ["day", "days"],
  ["box", "boxes"],
  ["brief", "briefs"],
])("%s and %s", (one, many) => {
  expect(plural(one)).toBe(many);
  expect(singular(many)).toBe(one);
});
