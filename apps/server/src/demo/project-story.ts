import type { OperationOutput } from "@yutu/contract";
import { addDays, type CalendarDate, calendarDate } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import type { DemoStage } from "./act.ts";
import { agree } from "./approval-story.ts";
import { eventsDelivered } from "./wait.ts";

const DAY_MS = 86_400_000;

export interface StoryProject {
  readonly id: string;
  readonly campaignKey: string;
}

export interface ProjectPlan {
  readonly name: string;
  readonly typeKey: string;
  readonly anchorDate: CalendarDate;
  readonly totalBudgetMinor: number;
  readonly channels: string[];
  /** The day it was planned on. */
  readonly plannedAt: Date;
  readonly goals: "promo" | "brand";
}

/** What a promotion is to sell for each yuan of its budget, and what an order is reckoned to come to. */
const SALES_PER_BUDGET = 1.375;
const ORDER_MINOR = 29_000;

/** Goals that pass the SMART gate, bound to metrics of the catalogue. */
function goalsOf(plan: ProjectPlan, pm: string) {
  const deadline = addDays(plan.anchorDate, 5);
  const kpi = (name: string, metricId: string, baseline: number, target: number) => ({
    name,
    source: "metric" as const,
    metricId,
    baseline,
    target,
    deadline,
    ownerId: pm,
  });
  if (plan.goals === "brand") {
    return [
      {
        name: "让更多人认识青柠",
        level: "business" as const,
        ownerId: pm,
        kpis: [kpi("展现量", "impressions", 200_000, 900_000), kpi("点击率", "ctr", 0.012, 0.02)],
      },
    ];
  }
  const salesMinor = Math.round((plan.totalBudgetMinor * SALES_PER_BUDGET) / 1_000_000) * 1_000_000;
  return [
    {
      name: "销售达标",
      level: "strategy" as const,
      weight: 3,
      ownerId: pm,
      kpis: [kpi("成交额", "gmv", 0, salesMinor), kpi("订单数", "orders", 0, Math.round(salesMinor / ORDER_MINOR))],
    },
    {
      name: "花得值",
      level: "operation" as const,
      weight: 2,
      ownerId: pm,
      kpis: [kpi("投放回报", "roas", 2.2, 3), kpi("点击率", "ctr", 0.016, 0.022)],
    },
  ];
}

const BRIEF = {
  background: "上一次大促老客复购走低，新客主要来自抖音，主站价格力不足。",
  objective: "拉高客单价与复购，守住毛利。",
  audience: "25–34 岁、一二线城市、健康饮品尝鲜人群；老会员优先。",
  message: "一口青柠，把年末喝清爽。",
  proof: "真果汁含量 12%，零添加蔗糖，检测报告可查。",
};

/** Makes a project and its plan as it was made on the day. */
export async function planProject(stage: DemoStage, plan: ProjectPlan): Promise<StoryProject> {
  const cast = stage.at(plan.plannedAt);
  const pm = cast("pm");
  const people = {
    designer: [cast("designer").memberId],
    copywriter: [cast("marketer").memberId],
    media: [cast("marketer").memberId],
    operator: [cast("marketer").memberId],
    analyst: [cast("analyst").memberId],
    service: [cast("store").memberId],
    planner: [pm.memberId],
  };
  const { name, typeKey, anchorDate, totalBudgetMinor, channels } = plan;
  const made = await pm.act(projects.createProject, {
    body: {
      name,
      typeKey,
      anchorDate,
      totalBudgetMinor,
      channels,
      managerId: pm.memberId,
      people,
      brief: BRIEF,
      goals: goalsOf(plan, pm.memberId),
    },
  });
  await eventsDelivered(stage.services);
  return made;
}

/** Sends it for approval on a day; everybody who is asked agrees, and the work begins. */
export async function startProject(stage: DemoStage, sentAt: Date, project: StoryProject): Promise<void> {
  const params = { projectId: project.id };
  const sent = await stage
    .at(sentAt)("pm")
    .act(projects.moveProject, { params, body: { move: "submit" } });
  await agree(stage, sent.approvalId ?? "", sentAt, ["finance", "executive"], 9);
  await eventsDelivered(stage.services);
  const begins = new Date(sentAt.getTime() + 2 * DAY_MS);
  await stage
    .at(begins)("pm")
    .act(projects.moveProject, { params, body: { move: "start" } });
}

/** Days by which the n-th task of a plan begins and ends late; the others keep their days. */
const LATE: ReadonlyMap<number, { readonly begins: number; readonly ends: number }> = new Map([
  [3, { begins: 0, ends: 2 }],
  [7, { begins: 0, ends: 3 }],
  [8, { begins: 3, ends: 2 }],
  [11, { begins: 0, ends: 3 }],
  [16, { begins: 4, ends: 4 }],
  [31, { begins: 0, ends: 2 }],
]);

/** Who works on tasks; those of nobody are the manager's. */
const WORKERS = ["designer", "marketer", "analyst", "store"];

interface Step {
  readonly day: CalendarDate;
  readonly taskId: string;
  readonly assigneeId: string | undefined;
  readonly status: "doing" | "done";
}

type PlannedTask = Pick<
  OperationOutput<typeof tasks.listTasks>["items"][number],
  "id" | "startDate" | "dueDate" | "assignees"
>;

/** When the tasks of a plan were begun and done, day by day. */
function stepsOf(planned: readonly PlannedTask[]): Step[] {
  const steps = planned.flatMap(({ id, startDate, dueDate, assignees }, n): Step[] => {
    if (startDate === null || dueDate === null) return [];
    const { begins, ends } = LATE.get(n) ?? { begins: 0, ends: 0 };
    const task = { taskId: id, assigneeId: assignees[0]?.memberId };
    const done: Step = { ...task, day: addDays(calendarDate(dueDate), ends), status: "done" };
    const doing: Step = { ...task, day: addDays(calendarDate(startDate), begins), status: "doing" };
    return doing.day < done.day ? [doing, done] : [done];
  });
  return steps.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** Work as it went until a day: begun and done on days of its own. What is left open stays as it was begun. */
export async function workUntil(
  stage: DemoStage,
  project: StoryProject,
  until: CalendarDate,
  leftOpen: number,
): Promise<void> {
  const now = stage.services.clock.now();
  const { items } = await stage
    .at(now)("pm")
    .act(tasks.listTasks, { query: { projectId: project.id, limit: 200 } });
  const due = items.filter((task) => task.dueDate !== null && task.dueDate < until);
  const open = new Set(leftOpen > 0 ? due.slice(-leftOpen).map((task) => task.id) : []);
  const steps = stepsOf(items).filter((step) => step.day < until && !(step.status === "done" && open.has(step.taskId)));
  for (const { day, taskId, assigneeId, status } of steps) {
    const cast = stage.at(new Date(`${day}T10:00:00+08:00`));
    const worker = WORKERS.map(cast).find((person) => person.memberId === assigneeId) ?? cast("pm");
    await worker.act(tasks.updateTask, { params: { taskId }, body: { status, despiteBlockers: true } });
  }
}
