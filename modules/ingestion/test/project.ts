import { addDays, calendarDate } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import type { TestApp } from "@yutu/testkit";

/** A project of the first workspace with its campaign key. */
export async function makeProject(
  app: TestApp,
  name: string,
  visibility: "workspace" | "private" = "workspace",
): Promise<{ id: string; campaignKey: string }> {
  const pm = await app.as("pm");
  const anchorDate = addDays(calendarDate("2026-09-01"), 90);
  return pm.must(projects.createProject, {
    body: {
      name,
      typeKey: "ecommerce_promo",
      anchorDate,
      totalBudgetMinor: 10_000_000,
      channels: ["douyin"],
      managerId: pm.memberId,
      people: {},
      visibility,
    },
  });
}
