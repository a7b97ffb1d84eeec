import type { CallInput } from "@yutu/contract";
import { projects } from "@yutu/projects/contract";
import type { Person, TestApp } from "@yutu/testkit";

type NewProject = CallInput<typeof projects.createProject>["body"];

/** A promotion on 双11 2026, seen from 1 September, with one goal that passes the gate. */
export const promo = (managerId: string, over: Partial<NewProject> = {}): NewProject => ({
  typeKey: "ecommerce_promo",
  name: "双11 大促",
  anchorDate: "2026-11-11",
  totalBudgetMinor: 50_000_000,
  channels: ["tmall", "douyin"],
  managerId,
  goals: [
    {
      name: "销售额达标",
      level: "business",
      kpis: [
        {
          name: "GMV",
          source: "metric",
          metricId: "gmv",
          baseline: 100_000_000,
          target: 150_000_000,
          deadline: "2026-11-14",
          ownerId: managerId,
        },
      ],
    },
  ],
  ...over,
});

export async function makeProject(app: TestApp, over: Partial<NewProject> = {}): Promise<{ pm: Person; id: string }> {
  const pm = await app.as("pm");
  const { id } = await pm.must(projects.createProject, { body: promo(pm.memberId, over) });
  return { pm, id };
}
