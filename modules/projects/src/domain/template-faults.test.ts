import { describe, expect, it } from "vitest";
import { type ProjectTemplate, sameTemplate } from "./template.ts";
import { templateFaults } from "./template-faults.ts";
import { PROJECT_TYPES } from "./types/index.ts";

const [promo] = PROJECT_TYPES;
if (!promo) throw new Error("the product has project types");
const faultsWith = (change: Partial<ProjectTemplate>) => templateFaults({ ...promo, ...change });
const [task, ...tasks] = promo.tasks;
if (!task) throw new Error("a type has tasks");

describe("sameTemplate", () => {
  it("looks at what is said, whatever its order and version, finished or not", () => {
    const reordered = Object.fromEntries(Object.entries(promo).toReversed()) as typeof promo;
    expect(sameTemplate(promo, { ...reordered, version: 7 })).toBe(true);
    expect(sameTemplate(promo, { ...promo, phases: promo.phases.toReversed() })).toBe(false);
    const blank = { ...promo, name: { zh: "", en: "" } };
    expect(sameTemplate(promo, blank)).toBe(false);
    expect(sameTemplate(blank, { ...blank, name: { en: "", zh: "" } })).toBe(true);
  });
});

describe("templateFaults", () => {
  it.each(PROJECT_TYPES.map((type) => [type.key, type] as const))("finds none in %s", (_, type) => {
    expect(templateFaults(type)).toEqual([]);
  });

  it("says where a text is empty and where a number is out of range", () => {
    expect(faultsWith({ name: { zh: "", en: "x" } })).toEqual([{ pointer: "/name/zh", code: "blank" }]);
    expect(faultsWith({ tasks: [{ ...task, durationDays: -1 }, ...tasks] })).toEqual([
      { pointer: "/tasks/0/durationDays", code: "invalid" },
    ]);
  });

  it("names every key that leads nowhere", () => {
    const lost = { ...task, role: "ghost", accountable: "ghost", phase: "never", budget: "nothing" };
    expect(faultsWith({ tasks: [lost, ...tasks] })).toEqual([
      { pointer: "/tasks/0/role", code: "unknown-role" },
      { pointer: "/tasks/0/accountable", code: "unknown-role" },
      { pointer: "/tasks/0/phase", code: "unknown-phase" },
      { pointer: "/tasks/0/budget", code: "unknown-budget" },
    ]);
    const loose = { from: task.key, to: "nowhere", type: "FS" as const };
    expect(faultsWith({ links: [...promo.links, loose], anchorTask: "nowhere" })).toEqual([
      { pointer: `/links/${promo.links.length}`, code: "unknown-task" },
      { pointer: "/anchorTask", code: "anchor" },
    ]);
    const [kpi, ...kpis] = promo.kpis;
    if (!kpi) throw new Error("the promotion has KPIs");
    expect(faultsWith({ kpis: [{ ...kpi, metricId: "vibes" }, ...kpis] })).toEqual([
      { pointer: "/kpis/0/metricId", code: "unknown-metric" },
    ]);
  });

  it("finds keys that occur twice, and shares that do not make a whole", () => {
    expect(faultsWith({ tasks: [...promo.tasks, task] })).toEqual([
      { pointer: `/tasks/${promo.tasks.length}/key`, code: "twin" },
    ]);
    const [line, ...lines] = promo.budget;
    if (!line) throw new Error("the promotion has a budget");
    expect(faultsWith({ budget: [{ ...line, permille: line.permille + 5 }, ...lines] })).toEqual([
      { pointer: "/budget", code: "shares", permille: 1005 },
    ]);
  });

  it("wants checkpoints on days of their own before the KPI is due", () => {
    const [kpi, ...kpis] = promo.kpis;
    if (!kpi) throw new Error("the promotion has KPIs");
    const course = [-3, -3, kpi.deadlineDays, kpi.deadlineDays - 1].map((days) => ({ days, permille: 500 }));
    expect(faultsWith({ kpis: [{ ...kpi, course }, ...kpis] })).toEqual([
      { pointer: "/kpis/0/course/1/days", code: "twin" },
      { pointer: "/kpis/0/course/2/days", code: "late" },
    ]);
  });

  it("wants both languages of what a task has to see to", () => {
    const checklist = [
      { zh: "检查库存", en: "Check stock" },
      { zh: "", en: "Check price" },
    ];
    expect(faultsWith({ tasks: [{ ...task, checklist }, ...tasks] })).toEqual([
      { pointer: "/tasks/0/checklist/1/zh", code: "blank" },
    ]);
  });

  it("wants stages of the approval to have names and say who approves", () => {
    const [stage, ...stages] = promo.approval.stages;
    if (!stage) throw new Error("the promotion is approved");
    const vague = { ...stage, name: { zh: "财务", en: " " }, approvers: [{ kind: "role" as const, role: "" }] };
    expect(faultsWith({ approval: { ...promo.approval, stages: [vague, ...stages] } })).toEqual([
      { pointer: "/approval/stages/0/name/en", code: "blank" },
      { pointer: "/approval/stages/0/approvers/0", code: "blank" },
    ]);
  });

  it("finds tasks that wait for one another, also on channels that are not chosen at first", () => {
    expect(faultsWith({ links: [...promo.links, { from: task.key, to: task.key, type: "FS" }] })).toEqual([
      { pointer: `/links/${promo.links.length}`, code: "cycle" },
    ]);
    const rare = { ...task, channels: ["offline"] };
    const [one, two] = [
      { ...rare, key: "rare_one" },
      { ...rare, key: "rare_two" },
    ];
    const circle = [
      { from: one.key, to: two.key, type: "FS" as const },
      { from: two.key, to: one.key, type: "FS" as const },
    ];
    expect(faultsWith({ tasks: [...promo.tasks, one, two], links: [...promo.links, ...circle] })).toEqual([
      { pointer: "/links", code: "cycle" },
    ]);
  });
});
