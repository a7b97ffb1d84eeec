import { approvals } from "@yutu/approvals/contract";
import { addDays, type CalendarDate } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import type { DemoActor, DemoStage } from "./act.ts";
import { eventsDelivered } from "./wait.ts";

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

type Cast = (mailbox: string) => DemoActor;

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
  return [
    {
      name: "销售达标",
      level: "strategy" as const,
      weight: 3,
      ownerId: pm,
      kpis: [kpi("成交额", "gmv", 0, 42_000_000), kpi("订单数", "orders", 0, 5_200)],
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
  const cast = await stage.at(plan.plannedAt);
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

/** Sends it for approval; everybody who is asked agrees. */
export async function approveProject(stage: DemoStage, cast: Cast, project: StoryProject): Promise<void> {
  const pm = cast("pm");
  const sent = await pm.act(projects.moveProject, { params: { projectId: project.id }, body: { move: "submit" } });
  const approvalId = sent.approvalId ?? "";
  for (const mailbox of ["finance", "executive"]) {
    const person = cast(mailbox);
    const approval = await person.act(approvals.getApproval, { params: { approvalId } });
    if (approval.abilities.decide)
      await person.act(approvals.decideApproval, {
        params: { approvalId },
        body: { decision: "approve", comment: "同意" },
      });
  }
  await eventsDelivered(stage.services);
}

export const startProject = (cast: Cast, project: StoryProject): Promise<unknown> =>
  cast("pm").act(projects.moveProject, { params: { projectId: project.id }, body: { move: "start" } });

/** Work as it stands on a day: what was due is done, a little of it late, what runs is begun. */
export async function workUntil(
  cast: Cast,
  project: StoryProject,
  today: CalendarDate,
  options: { readonly all: boolean },
): Promise<void> {
  const pm = cast("pm");
  const { items } = await pm.act(tasks.listTasks, { query: { projectId: project.id, limit: 200 } });
  const due = items.filter((task) => task.dueDate !== null && (options.all || task.dueDate < today));
  const late = options.all ? [] : due.slice(-2);
  for (const task of due) {
    if (late.includes(task)) continue;
    await pm.act(tasks.updateTask, { params: { taskId: task.id }, body: { status: "done", despiteBlockers: true } });
  }
  const running = options.all
    ? []
    : items.filter(
        (task) => task.startDate !== null && task.startDate <= today && task.dueDate !== null && task.dueDate >= today,
      );
  for (const [i, task] of [...late, ...running].entries()) {
    await pm.act(tasks.updateTask, { params: { taskId: task.id }, body: { status: i % 3 === 2 ? "review" : "doing" } });
  }
}
