import type { Implementation, Services } from "@yutu/application";
import type { DemoWorkspace } from "@yutu/identity/server";
import { addDays, type CalendarDate, calendarDateIn, daysBetween } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import { type PromoNode, promoNodes } from "@yutu/scheduling";
import { type DemoStage, openStage } from "./act.ts";
import { collect, makeSources } from "./data-story.ts";
import { makeLinks, makeMaterial, talk } from "./material-story.ts";
import { spend } from "./money-story.ts";
import { approveProject, planProject, startProject, workUntil } from "./project-story.ts";
import { eventsDelivered } from "./wait.ts";

const TIME_ZONE = "Asia/Shanghai";
const DAY_MS = 86_400_000;
const BIG = new Set(["618", "818", "双11", "双12", "年货节", "38节"]);

interface Setting {
  readonly stage: DemoStage;
  readonly sources: { orders: string; ads: string };
  readonly now: Date;
  readonly today: CalendarDate;
}

const daysAgo = ({ now }: Setting, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** The last big promotion that is well over, and the next one with some days to go. */
function nodesAround(today: CalendarDate): { last: PromoNode; next: PromoNode } {
  const year = Number(today.slice(0, 4));
  const nodes = [year - 1, year, year + 1]
    .flatMap(promoNodes)
    .filter((node) => BIG.has(node.name))
    .sort((a, b) => daysBetween(b.date, a.date));
  return {
    last: nodes.findLast((node) => daysBetween(node.date, today) >= 30) ?? { name: "大促", date: addDays(today, -60) },
    next: nodes.find((node) => daysBetween(today, node.date) >= 12) ?? { name: "大促", date: addDays(today, 20) },
  };
}

const titleOf = (node: PromoNode): string => `${node.date.slice(0, 4)} ${node.name}大促`;

/** A promotion from its plan to its retrospective. */
async function closedPromotion(setting: Setting, node: PromoNode): Promise<void> {
  const { stage, sources, now, today } = setting;
  const ago = daysBetween(node.date, today);
  const then = (daysAfter: number): Promise<Awaited<ReturnType<DemoStage["at"]>>> =>
    stage.at(daysAgo(setting, ago - daysAfter));
  const plan = {
    name: titleOf(node),
    typeKey: "ecommerce_promo",
    anchorDate: node.date,
    totalBudgetMinor: 80_000_000,
    channels: ["tmall", "jd", "douyin", "xiaohongshu"],
    plannedAt: daysAgo(setting, ago + 95),
    goals: "promo" as const,
  };
  const project = await planProject(stage, plan);
  await approveProject(stage, await then(-92), project);
  await startProject(await then(-90), project);
  await spend(stage, await then(-20), project, 1, false);
  await makeMaterial(await then(-30), project, 420);
  await workUntil(await then(6), project, addDays(node.date, 6), { all: true });
  const period = { from: addDays(node.date, -24), to: addDays(node.date, 5), peak: node.date, seed: 11 };
  await collect((await stage.at(now))("analyst"), sources, project, period, 26);
  await eventsDelivered(stage.services);
  const cast = await then(12);
  await cast("pm").act(projects.moveProject, {
    params: { projectId: project.id },
    body: { move: "close", reason: "按计划结项" },
  });
}

/** A promotion in full swing: work half done, money half spent, figures coming in. */
async function runningPromotion(setting: Setting, node: PromoNode): Promise<void> {
  const { stage, sources, now, today } = setting;
  const plan = {
    name: titleOf(node),
    typeKey: "ecommerce_promo",
    anchorDate: node.date,
    totalBudgetMinor: 159_400_000,
    channels: ["tmall", "jd", "douyin", "xiaohongshu", "wechat"],
    plannedAt: daysAgo(setting, 85),
    goals: "promo" as const,
  };
  const project = await planProject(stage, plan);
  await approveProject(stage, await stage.at(daysAgo(setting, 82)), project);
  await startProject(await stage.at(daysAgo(setting, 80)), project);
  await spend(stage, await stage.at(daysAgo(setting, 9)), project, 2, true);
  await makeMaterial(await stage.at(daysAgo(setting, 6)), project, 640);
  const cast = await stage.at(now);
  await workUntil(cast, project, today, { all: false });
  await talk(cast, project);
  await makeLinks(cast, project);
  await collect(
    cast("analyst"),
    sources,
    project,
    { from: addDays(today, -28), to: addDays(today, -1), peak: node.date, seed: 23 },
    30,
  );
  for (const mailbox of ["owner", "pm", "executive", "marketer"])
    await cast(mailbox).act(projects.setFavourite, { params: { projectId: project.id }, body: { favourite: true } });
}

/** A campaign that waits for finance. */
async function campaignInReview({ stage, now, today }: Setting): Promise<void> {
  const plan = {
    name: "冬日青柠 · 品牌焕新",
    typeKey: "brand_campaign",
    anchorDate: addDays(today, 75),
    totalBudgetMinor: 60_000_000,
    channels: ["xiaohongshu", "bilibili", "weibo"],
    plannedAt: now,
    goals: "brand" as const,
  };
  const project = await planProject(stage, plan);
  const cast = await stage.at(now);
  await cast("pm").act(projects.moveProject, { params: { projectId: project.id }, body: { move: "submit" } });
  await eventsDelivered(stage.services);
}

/** The demo's story, played by its people through the product's own commands. */
export async function tellStory(
  services: Services,
  operations: readonly Implementation[],
  demo: DemoWorkspace,
  say: (line: string) => void,
): Promise<void> {
  const now = services.clock.now();
  const today = calendarDateIn(now, TIME_ZONE);
  const { last, next } = nodesAround(today);
  const stage = openStage(services, operations, demo);
  try {
    const setting = { stage, now, today, sources: await makeSources((await stage.at(now))("analyst")) };
    say(`  ${titleOf(last)}: closed, with its retrospective`);
    await closedPromotion(setting, last);
    say(`  ${titleOf(next)}: running`);
    await runningPromotion(setting, next);
    say("  brand campaign: waiting for approval");
    await campaignInReview(setting);
  } finally {
    await stage.close();
  }
}
