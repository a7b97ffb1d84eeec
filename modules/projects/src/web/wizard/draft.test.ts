import { calendarDate } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { newProjectSchema } from "../../contract/schemas.ts";
import { PROJECT_TYPES } from "../../domain/types/index.ts";
import { basicsFaults, draftOf, openRoles, requestOf, withAnchor } from "./draft.ts";

const MEMBER = "mem_01m81vb21700064ctbdxm5fkme";
const [promo] = PROJECT_TYPES;
if (!promo) throw new Error("there are no project types");

describe("draft of a project", () => {
  const today = calendarDate("2026-09-01");
  const fresh = draftOf(promo, MEMBER, (text) => text.zh);

  it("says what is missing before a plan can be laid", () => {
    expect(basicsFaults({ ...fresh, managerId: null }, today)).toEqual(["name", "anchor", "budget", "manager"]);
    const filled = { ...fresh, name: "双11", totalBudgetMinor: 0, anchorDate: "2026-09-01" };
    expect(basicsFaults(filled, today)).toEqual(["anchorPast"]);
    expect(basicsFaults({ ...filled, anchorDate: "2026-11-11" }, today)).toEqual([]);
  });

  it("proposes goals as a tree, bound to the metrics of the type", () => {
    expect(fresh.goals.map((g) => [g.level, g.parentKey])).toEqual([
      ["strategy", null],
      ["business", "g0"],
      ["business", "g0"],
      ["business", "g0"],
      ["operation", "g1"],
      ["operation", "g1"],
    ]);
    expect(fresh.goals[0]?.kpis[0]).toMatchObject({
      metricId: "gmv",
      unit: "money",
      direction: "up",
      name: "GMV 成交额",
    });
  });

  it("puts deadlines and checkpoints around the anchor", () => {
    const dated = withAnchor(fresh, promo, "2026-11-11");
    const goals = dated.goals.map((goal, i) =>
      i === 0 ? { ...goal, kpis: goal.kpis.map((kpi) => ({ ...kpi, baseline: 100, target: 1000 })) } : goal,
    );
    const request = requestOf({ ...dated, goals, name: "双11", totalBudgetMinor: 5 }, "zh");
    expect(request.goals[0]?.kpis[0]).toMatchObject({ deadline: "2026-11-14" });
    expect(request.goals[0]?.kpis[0]?.checkpoints).toEqual([
      { date: "2026-10-21", expected: 20 },
      { date: "2026-10-31", expected: 80 },
      { date: "2026-11-10", expected: 220 },
      { date: "2026-11-11", expected: 620 },
      { date: "2026-11-12", expected: 760 },
    ]);
    expect(request.goals[1]?.parentIndex).toBe(0);
    expect(newProjectSchema.safeParse(request).success).toBe(true);
  });

  it("knows which roles nobody has taken", () => {
    const open = openRoles({ ...fresh, people: { designer: [MEMBER], media: [] } }, promo).map((role) => role.key);
    expect(open).toContain("media");
    expect(open).not.toContain("designer");
    expect(open).not.toContain("manager");
  });
});
