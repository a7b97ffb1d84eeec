import type { Implementation, Services } from "@yutu/application";
import type { DemoWorkspace } from "@yutu/identity/server";
import { addDays, type CalendarDate, calendarDateIn, daysBetween } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import { type PromoNode, promoNodes } from "@yutu/scheduling";
import { openStage } from "./act.ts";
import { collect, makeSources } from "./data-story.ts";
import { makeLinks, makeMaterial, talk } from "./material-story.ts";
import { spend } from "./money-story.ts";
import { approveProject, planProject, startProject, workUntil } from "./project-story.ts";
import { eventsDelivered } from "./wait.ts";

const TIME_ZONE = "Asia/Shanghai";
const DAY_MS = 86_400_000;
const BIG = new Set(["618", "818", "双11", "双12", "年货节", "38节"]);

/** Big promotions around a day, in order. */
function bigNodes(today: CalendarDate): PromoNode[] {
  const year = Number(today.slice(0, 4));
  return [year - 1, year, year + 1]
    .flatMap(promoNodes)
    .filter((node) => BIG.has(node.name))
    .sort((a, b) => daysBetween(b.date, a.date));
}

/** A past promotion that is closed, a running one, and a campaign that waits for approval: the demo's story. */
export async function tellStory(
  services: Services,
  operations: readonly Implementation[],
  demo: DemoWorkspace,
  say: (line: string) => void,
): Promise<void> {
  const now = services.clock.now();
  const today = calendarDateIn(now, TIME_ZONE);
  const nodes = bigNodes(today);
  const next = nodes.find((node) => daysBetween(today, node.date) >= 12) ?? { name: "大促", date: addDays(today, 20) };
  const last = nodes.findLast((node) => daysBetween(node.date, today) >= 30) ?? {
    name: "大促",
    date: addDays(today, -60),
  };
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
  const stage = openStage(services, operations, demo);
  try {
    const present = await stage.at(now);
    const analyst = present("analyst");
    const hasData = operations.some((o) => o.operation.id === "ingestion.createSource");
    const sources = hasData ? await makeSources(analyst) : { orders: "", ads: "" };

    say(`  ${last.name}: closed, with its retrospective`);
    const lastAgo = daysBetween(last.date, today);
    const past = await planProject(stage, {
      name: `${last.date.slice(0, 4)} ${last.name}大促`,
      typeKey: "ecommerce_promo",
      anchorDate: last.date,
      totalBudgetMinor: 80_000_000,
      channels: ["tmall", "jd", "douyin", "xiaohongshu"],
      plannedAt: daysAgo(lastAgo + 95),
      goals: "promo",
    });
    await approveProject(stage, await stage.at(daysAgo(lastAgo + 92)), past);
    await startProject(await stage.at(daysAgo(lastAgo + 90)), past);
    await spend(stage, await stage.at(daysAgo(lastAgo + 20)), past, 1, false);
    await makeMaterial(await stage.at(daysAgo(lastAgo + 30)), past, 420);
    await workUntil(await stage.at(daysAgo(lastAgo - 6)), past, addDays(last.date, 6), { all: true });
    if (hasData)
      await collect(
        analyst,
        sources,
        past,
        { from: addDays(last.date, -24), to: addDays(last.date, 5), peak: last.date, seed: 11 },
        26,
      );
    await eventsDelivered(services);
    const closing = await stage.at(daysAgo(Math.max(1, lastAgo - 12)));
    await closing("pm").act(projects.moveProject, {
      params: { projectId: past.id },
      body: { move: "close", reason: "按计划结项" },
    });

    say(`  ${next.name}: running`);
    const running = await planProject(stage, {
      name: `${next.date.slice(0, 4)} ${next.name}大促`,
      typeKey: "ecommerce_promo",
      anchorDate: next.date,
      totalBudgetMinor: 159_400_000,
      channels: ["tmall", "jd", "douyin", "xiaohongshu", "wechat"],
      plannedAt: daysAgo(85),
      goals: "promo",
    });
    await approveProject(stage, await stage.at(daysAgo(82)), running);
    await startProject(await stage.at(daysAgo(80)), running);
    await spend(stage, await stage.at(daysAgo(9)), running, 2, true);
    await makeMaterial(await stage.at(daysAgo(6)), running, 640);
    await workUntil(present, running, today, { all: false });
    await talk(present, running);
    if (hasData) await makeLinks(present, running);
    if (hasData)
      await collect(
        analyst,
        sources,
        running,
        { from: addDays(today, -28), to: addDays(today, -1), peak: next.date, seed: 23 },
        30,
      );
    for (const mailbox of ["owner", "pm", "executive", "marketer"])
      await present(mailbox).act(projects.setFavourite, {
        params: { projectId: running.id },
        body: { favourite: true },
      });

    say("  brand campaign: waiting for approval");
    const brand = await planProject(stage, {
      name: "冬日青柠 · 品牌焕新",
      typeKey: "brand_campaign",
      anchorDate: addDays(today, 75),
      totalBudgetMinor: 60_000_000,
      channels: ["xiaohongshu", "bilibili", "weibo"],
      plannedAt: now,
      goals: "brand",
    });
    await present("pm").act(projects.moveProject, { params: { projectId: brand.id }, body: { move: "submit" } });
    await eventsDelivered(services);
  } finally {
    await stage.close();
  }
}
