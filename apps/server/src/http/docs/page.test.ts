import { defineOperation } from "@yutu/contract";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { docsPage, findOperations } from "./page.ts";
import { docsLanguage } from "./words.ts";

const operation = (id: string, path: string, summary: string) =>
  defineOperation({ id, method: "GET", path, summary, access: "tasks.view", output: z.object({}) });
const operations = [
  operation("tasks.listTasks", "/tasks", "Tasks of the workspace."),
  operation("budgets.listClaims", "/claims", "Claims, newest first."),
];
const found = (text: string, language: "zh" | "en" = "en") =>
  findOperations(operations, { language, text }).map(({ id }) => id);

describe("the language of the API page", () => {
  it.each([
    ["en", "zh-CN,zh;q=0.9", "en"],
    [undefined, "zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    [undefined, "en-GB,en;q=0.9", "en"],
    [undefined, "fr-FR, zh;q=0.4, en;q=0.7", "en"],
    [undefined, "en;q=0, zh", "zh"],
    [undefined, undefined, "zh"],
    ["fr", "en", "en"],
  ])("asked %s, accepted %s: %s", (asked, accepted, expected) => {
    expect(docsLanguage(asked, accepted)).toBe(expected);
  });
});

describe("the API page", () => {
  it("finds by name, path, summary and the area's word in the reader's language, all words at once", () => {
    expect(found("")).toHaveLength(2);
    expect(found("LISTCLAIMS")).toEqual(["budgets.listClaims"]);
    expect(found("/api/v1/tasks")).toEqual(["tasks.listTasks"]);
    expect(found("newest claims")).toEqual(["budgets.listClaims"]);
    expect(found("报销", "zh")).toEqual(["budgets.listClaims"]);
    expect(found("workspace newest")).toEqual([]);
  });

  it("speaks the reader's language and marks what is English", () => {
    const page = docsPage(operations, "1.0.0", { language: "zh", text: "" });
    expect(page).toContain('<html lang="zh-CN">');
    expect(page).toContain("共 2 个接口");
    expect(page).toContain('<span lang="en">Tasks of the workspace.</span>');
    expect(docsPage(operations, "1.0.0", { language: "en", text: "" })).not.toMatch(/\p{Script=Han}{3}/u);
  });

  it("writes what was searched for as text, never as markup", () => {
    const page = docsPage(operations, "1.0.0", { language: "en", text: '"><script>alert(1)</script>' });
    expect(page).not.toContain("<script");
    expect(page).toContain("No operation matches.");
  });
});
