import { createFormat } from "@yutu/i18n";
import { describe, expect, it } from "vitest";
import { columnName, type Reading, tableName, writeValue } from "./audit-words.ts";

const MEMBER = "mem_01k2v9zq7m8n4p5r6s7t8v9w0x";
const records = {
  claims: {
    name: ["报销", "Claim"],
    columns: {
      seller: ["销售方", "Seller"],
      status: ["状态", "Status", { zh: { paid: "已付款" }, en: { paid: "Paid" } }],
    },
  },
} as const;
const reading = (language: "zh" | "en"): Reading => ({
  records,
  format: createFormat(language === "zh" ? "zh-CN" : "en", "Asia/Shanghai"),
  language,
  yes: "是",
  no: "否",
});
const write = (column: string, value: unknown, language: "zh" | "en" = "zh") =>
  writeValue(reading(language), { table: "claims", column, names: { [MEMBER]: "林晓彤" }, currency: "USD" }, value);

describe("words of an entry", () => {
  it("come from the module, then from what all tables share, and are readable without either", () => {
    expect(tableName(reading("en"), "claims")).toBe("Claim");
    expect(columnName(reading("zh"), "claims", "seller")).toBe("销售方");
    expect(columnName(reading("en"), "claims", "submitted_at")).toBe("Submitted");
    expect(columnName(reading("en"), "claims", "brand_new_column")).toBe("brand new column");
    expect(tableName(reading("zh"), "brand_new_table")).toBe("brand new table");
  });

  it.each([
    ["an amount with the currency of its record", "amount_minor", 123_456, "US$1,234.56"],
    ["a moment on the reader's clock", "paid_at", "2026-11-10T16:30:00+00:00", "2026-11-11 00:30"],
    ["a day", "invoice_date", "2026-11-11", "2026-11-11"],
    ["a person by name", "requester_id", MEMBER, "林晓彤"],
    ["people by name", "watcher_ids", [MEMBER, MEMBER], "林晓彤、林晓彤"],
    ["a choice in words", "status", "paid", "已付款"],
    ["yes and no", "exceeds", true, "是"],
    [
      "text that is kept in both languages in the reader's",
      "stage_name",
      '{"zh":"高管批准","en":"Executive"}',
      "高管批准",
    ],
    ["the same where it is a value", "name", { zh: "筹备", en: "Preparation" }, "筹备"],
    ["other objects as they are", "brief", { goal: "{" }, '{\n "goal": "{"\n}'],
    ["text that only looks like JSON as it is", "note", "{zh", "{zh"],
    ["what it does not know as it is", "status", "brand_new", "brand_new"],
    ["an id that nothing is known of as it is", "owner_id", MEMBER.replace("01", "02"), MEMBER.replace("01", "02")],
  ])("write %s", (_, column, value, expected) => expect(write(column, value)).toBe(expected));

  it("are those of the reader's language", () => {
    expect(write("status", "paid", "en")).toBe("Paid");
  });
});
