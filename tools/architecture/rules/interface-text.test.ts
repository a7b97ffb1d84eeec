import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { textInMessages } from "./interface-text.ts";

const page = "modules/tasks/src/web/pages/list.tsx";
const count = (text: string) => broken(textInMessages, { [page]: text }).length;

describe("text-in-messages", () => {
  it.each([
    "export const A = () => <b>Save</b>;",
    "export const A = () => <b>任务</b>;",
    'export const A = () => <b>{"Save"}</b>;',
    "export const A = ({ n }: { n: number }) => <>{`${n} late`}</>;",
    'export const A = () => <Input placeholder="Name" />;',
    'export const A = () => <button aria-label={"Close"} />;',
    "export const columns = [{ title: '负责人', key: 'owner' }];",
    "export const t = `共 ${1} 项`;",
  ])("refuses %s", (text) => {
    expect(count(text)).toBe(1);
  });
  it.each([
    "export const A = () => <b>{t.save}</b>;",
    "export const A = ({ n }: { n: number }) => <b>{n} / 100%</b>;",
    'export const A = () => <Input type="text" name="title" className="wide" placeholder={t.name} />;',
    "export const A = () => <kbd>Ctrl K</kbd>;",
    "export const A = () => <h1>域图 Yutu</h1>;",
    'export const key = "tasks"; export const B = () => <A label={label("x")} />;',
    'export const navigation = [{ path: "/tasks", label: { zh: "任务", en: "Tasks" } }];',
    "// 中文注释 is fine\nexport const a = 1;",
  ])("accepts %s", (text) => {
    expect(count(text)).toBe(0);
  });
  it("says where, and leaves messages, tests and other code alone", () => {
    expect(broken(textInMessages, { [page]: "export const A = () => (\n  <b>\n    Save\n  </b>\n);" })).toEqual([
      `${page}:3 raw text «Save»: move it to messages.ts`,
    ]);
    const text = 'export const zh = { save: "保存" };';
    const elsewhere = [
      "modules/tasks/src/web/messages.ts",
      "modules/tasks/src/web/messages/list.ts",
      "modules/tasks/src/web/a.test.tsx",
      "modules/projects/src/domain/types.ts",
    ];
    expect(broken(textInMessages, Object.fromEntries(elsewhere.map((path) => [path, text])))).toEqual([]);
  });
});
