import type { Implementation, Services } from "@yutu/application";
import type { DemoWorkspace } from "@yutu/identity/server";
import { addDays, type CalendarDate, calendarDateIn, daysBetween } from "@yutu/kernel";
import { notifications } from "@yutu/notifications/contract";
import { projects } from "@yutu/projects/contract";
import { type PromoNode, promoNodes } from "@yutu/scheduling";
import { type DemoStage, openStage } from "./act.ts";
import { collect, makeSources } from "./data-story.ts";
import { makeLinks, makeMaterial, talk } from "./material-story.ts";
import { SPENDING, SPENT, spend } from "./money-story.ts";
import { planProject, startProject, workUntil } from "./project-story.ts";
import { eventsDelivered } from "./wait.ts";

const TIME_ZONE = "Asia/Shanghai";
const DAY_MS = 86_400_000;
/** A promotion is closed when its last task, the review, is done. */
const CLOSED_AFTER_DAYS = 24;
const BIG = new Set(["618", "818", "双11", "双12", "年货节", "38节"]);

interface Setting {
  readonly stage: DemoStage;
  readonly sources: { orders: string; ads: string };
  readonly now: Date;
  readonly today: CalendarDate;
}

const daysAgo = ({ now }: Setting, days: number): Date => new Date(now.getTime() - days * DAY_MS);

const ANY = { zh: "", en: "" };

/** The last big promotion that is well over, and the next one with some days to go. */
function nodesAround(today: CalendarDate): { last: PromoNode; next: PromoNode } {
  const year = Number(today.slice(0, 4));
  const nodes = [year - 1, year, year + 1]
    .flatMap(promoNodes)
    .filter((node) => BIG.has(node.name.zh))
    .sort((a, b) => daysBetween(b.date, a.date));
  return {
    last: nodes.findLast((node) => daysBetween(node.date, today) >= 30) ?? { name: ANY, date: addDays(today, -60) },
    next: nodes.find((node) => daysBetween(today, node.date) >= 12) ?? { name: ANY, date: addDays(today, 20) },
  };
}

const titleOf = (node: PromoNode): string => `${node.date.slice(0, 4)} ${node.name.zh}大促`;

/** What happened long ago was read long ago. */
async function readNews({ stage, now }: Setting): Promise<void> {
  const cast = stage.at(now);
  for (const mailbox of ["owner", "pm", "executive", "finance", "marketer", "designer", "analyst", "store"])
    await cast(mailbox).act(notifications.markRead, { body: {} });
}

/** A promotion from its plan to its retrospective. */
async function closedPromotion(setting: Setting, node: PromoNode): Promise<void> {
  const { stage, sources, now, today } = setting;
  const ago = daysBetween(node.date, today);
  const day = (after: number): Date => daysAgo(setting, ago - after);
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
  await startProject(stage, day(-92), project);
  await spend(stage, project, SPENT, { serial: 1, from: day(-45), everyDays: 5 });
  await makeMaterial(stage.at(day(-30)), project, 420);
  await workUntil(stage, project, addDays(node.date, CLOSED_AFTER_DAYS), 0);
  const period = { from: addDays(node.date, -24), to: addDays(node.date, 5), peak: node.date, seed: 11 };
  await collect(stage.at(now)("analyst"), sources, project, period, 48);
  await eventsDelivered(stage.services);
  await stage
    .at(day(CLOSED_AFTER_DAYS))("pm")
    .act(projects.moveProject, {
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
  await startProject(stage, daysAgo(setting, 82), project);
  await spend(stage, project, SPENDING, { serial: 2, from: daysAgo(setting, 27), everyDays: 5 });
  await makeMaterial(stage.at(daysAgo(setting, 6)), project, 640);
  await workUntil(stage, project, today, 2);
  const cast = stage.at(now);
  await talk(cast, project);
  await makeLinks(cast, project);
  await collect(
    cast("analyst"),
    sources,
    project,
    { from: addDays(today, -28), to: addDays(today, -1), peak: node.date, seed: 23 },
    60,
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
  const body = { move: "submit" } as const;
  await stage
    .at(now)("pm")
    .act(projects.moveProject, { params: { projectId: project.id }, body });
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
    const setting = { stage, now, today, sources: await makeSources(stage.at(now)("analyst")) };
    say(`  ${titleOf(last)}: closed, with its retrospective`);
    await closedPromotion(setting, last);
    await eventsDelivered(services);
    await readNews(setting);
    say(`  ${titleOf(next)}: running`);
    await runningPromotion(setting, next);
    say("  brand campaign: waiting for approval");
    await campaignInReview(setting);
  } finally {
    await stage.close();
  }
}
