import { projects } from "@yutu/projects/contract";
import type { Person, TestApp } from "@yutu/testkit";

/** An open project of the project manager and a private one that the executive is on. */
export async function twoProjects(app: TestApp): Promise<{ pm: Person; open: string; secret: string }> {
  const [pm, admin, executive] = [await app.as("pm"), await app.as("admin"), await app.as("executive")];
  const body = {
    typeKey: "ecommerce_promo",
    anchorDate: "2026-11-11",
    totalBudgetMinor: 10_000_000,
    channels: ["tmall", "jd"],
  };
  const open = await pm.must(projects.createProject, { body: { ...body, name: "双11 大促", managerId: pm.memberId } });
  const secret = await admin.must(projects.createProject, {
    body: {
      ...body,
      name: "并购传播",
      managerId: admin.memberId,
      people: { sponsor: [executive.memberId] },
      visibility: "private",
    },
  });
  await app.settle();
  return { pm, open: open.id, secret: secret.id };
}
