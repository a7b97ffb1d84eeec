import { describe, expect, expectTypeOf, it } from "vitest";
import { defineMessages, messagesIn, plural, type Translation } from "./messages.ts";

const messages = defineMessages({
  zh: {
    title: "任务",
    late: (p: { count: number }) => `${p.count} 项逾期`,
    status: { open: "进行中", done: "已完成" },
  },
  en: {
    title: "Tasks",
    late: (p) => `${p.count} ${plural(p.count, "task", "tasks")} late`,
    status: { open: "In progress", done: "Done" },
  },
});

describe("defineMessages", () => {
  it("gives the texts of a locale, groups and parameters included", () => {
    const zh = messagesIn(messages, "zh-CN");
    const en = messagesIn(messages, "en");
    expect([zh.title, zh.late({ count: 2 }), zh.status.open]).toEqual(["任务", "2 项逾期", "进行中"]);
    expect([en.title, en.late({ count: 1 }), en.late({ count: 2 })]).toEqual(["Tasks", "1 task late", "2 tasks late"]);
  });

  it("asks another language for exactly the same keys and parameters", () => {
    type Source = { title: string; late: (p: { count: number }) => string };
    type Wanted = Translation<Source>;
    expectTypeOf<{ title: string }>().not.toExtend<Wanted>();
    expectTypeOf<{ title: string; late: string }>().not.toExtend<Wanted>();
    expectTypeOf<{ title: string; late: (p: { days: number }) => string }>().not.toExtend<Wanted>();
    expectTypeOf<Source>().toExtend<Wanted>();
    expectTypeOf<keyof Wanted>().toEqualTypeOf<"title" | "late">();
  });
});
