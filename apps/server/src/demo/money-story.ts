import { budgets } from "@yutu/budgets/contract";
import { tasks } from "@yutu/tasks/contract";
import type { DemoStage } from "./act.ts";
import { agree } from "./approval-story.ts";
import type { StoryProject } from "./project-story.ts";
import { eventsDelivered } from "./wait.ts";

const DAY_MS = 86_400_000;

interface PlannedClaim {
  readonly title: string;
  readonly on: string;
  readonly part: number;
  /** The task of the plan that it was for. */
  readonly task: string;
  /** Why it may exceed its line; an executive decides then. */
  readonly justification?: string;
}

/** Parts of the lines' money that a story spends, in the order of its days. */
interface Spending {
  readonly contract: { readonly on: string; readonly part: number };
  /** What is moved from the reserve to a line that needs more. */
  readonly moved?: { readonly to: string; readonly part: number };
  readonly claims: readonly PlannedClaim[];
  /** One that nobody has decided yet. */
  readonly waiting?: PlannedClaim;
}

/** A promotion that is over: nearly all is spent, one line too much, a contract not settled. */
export const SPENT: Spending = {
  contract: { on: "media_xiaohongshu", part: 0.2 },
  moved: { to: "media_douyin", part: 0.6 },
  claims: [
    { title: "主视觉拍摄与修图", on: "creative", task: "主会场 KV 定稿", part: 0.3 },
    { title: "短视频拍摄剪辑", on: "creative", task: "短视频拍摄与剪辑", part: 0.22 },
    { title: "小红书达人首批", on: "media_xiaohongshu", task: "小红书种草笔记首批", part: 0.72 },
    { title: "抖音投流预热期", on: "media_douyin", task: "抖音达人混剪与投流", part: 0.75 },
    { title: "天猫站内投放预售期", on: "media_tmall", task: "预售付定与加购冲刺", part: 0.55 },
    { title: "会场页面与物料", on: "creative", task: "商品详情页改版", part: 0.46 },
    { title: "京东站内资源位", on: "media_jd", task: "京东秒杀资源位提报", part: 0.93 },
    { title: "天猫站内投放爆发期", on: "media_tmall", task: "爆发期投放加码", part: 0.43 },
    { title: "抖音投流爆发期", on: "media_douyin", task: "爆发期投放加码", part: 0.4 },
    { title: "优惠券与赠品结算", on: "offers", task: "会员分层与专享券", part: 0.88 },
    {
      title: "客服加班与物流补贴",
      on: "service",
      task: "发货与售后跟进",
      part: 1.3,
      justification: "爆发期订单翻倍，夜班与加急物流",
    },
  ],
};

/** A promotion in full swing: money half spent, one claim waiting. */
export const SPENDING: Spending = {
  contract: { on: "media_xiaohongshu", part: 0.35 },
  claims: [
    { title: "主视觉拍摄与修图", on: "creative", task: "主会场 KV 定稿", part: 0.3 },
    { title: "短视频剪辑", on: "creative", task: "短视频拍摄与剪辑", part: 0.22 },
    { title: "小红书达人首批", on: "media_xiaohongshu", task: "小红书种草笔记首批", part: 0.5 },
    { title: "天猫站内投放蓄水期", on: "media_tmall", task: "预售付定与加购冲刺", part: 0.45 },
    { title: "抖音投流蓄水期", on: "media_douyin", task: "抖音达人混剪与投流", part: 0.4 },
  ],
  waiting: { title: "直播间搭建", on: "creative", task: "抖音直播间话术与福袋机制", part: 0.15 },
};

const share = (minor: number, part: number): number => Math.round((minor * part) / 100) * 100;

interface Claim {
  readonly title: string;
  readonly lineId: string;
  readonly amountMinor: number;
  readonly taskId: string | null;
  readonly invoiceNumber: string;
  readonly justification?: string;
}

/** Writes a claim and sends it. @returns its approval */
async function sendClaim(stage: DemoStage, day: Date, project: StoryProject, claim: Claim): Promise<string> {
  const marketer = stage.at(day)("marketer");
  const { lineId, ...facts } = claim;
  const seller = "上海某某文化传媒有限公司";
  const body = { ...facts, seller, lines: [{ lineId, amountMinor: facts.amountMinor }] };
  const made = await marketer.act(budgets.createClaim, { params: { projectId: project.id }, body });
  const sent = await marketer.act(budgets.submitClaim, { params: { claimId: made.id } });
  return sent.approvalId ?? "";
}

/** A contract, perhaps money from the reserve, claims every few days, and (waiting) one that is not decided yet. */
export async function spend(
  stage: DemoStage,
  project: StoryProject,
  spending: Spending,
  calendar: { readonly serial: number; readonly from: Date; readonly everyDays: number },
): Promise<void> {
  const { serial, from, everyDays } = calendar;
  const dayOf = (n: number): Date => new Date(from.getTime() + n * everyDays * DAY_MS);
  const pm = stage.at(from)("pm");
  const params = { projectId: project.id };
  const { lines } = await pm.act(budgets.getBudget, { params });
  const part = (on: string, of: number): { lineId: string; amountMinor: number } => {
    const line = lines.find((each) => each.key === on);
    if (!line) throw new Error(`the story's budget has no line ${on}`);
    return { lineId: line.id, amountMinor: share(line.plannedMinor, of) };
  };
  const plan = await pm.act(tasks.listTasks, { query: { projectId: project.id, limit: 500 } });
  const taskOf = (title: string): string | null => plan.items.find((task) => task.title === title)?.id ?? null;
  const { contract, moved, claims, waiting } = spending;
  const paper = { title: "达人投放框架合同", supplier: "青禾互动 MCN", contractNumber: `QH-${serial}` };
  await pm.act(budgets.addCommitment, { params, body: { ...paper, ...part(contract.on, contract.part) } });
  if (moved) {
    const { lineId: fromLineId, amountMinor } = part("reserve", moved.part);
    const body = { fromLineId, toLineId: part(moved.to, 0).lineId, amountMinor, note: "爆发期加投" };
    await pm.act(budgets.transferMoney, { params, body });
  }
  const sendNth = (n: number, claim: PlannedClaim): Promise<string> =>
    sendClaim(stage, dayOf(n), project, {
      title: claim.title,
      ...(claim.justification ? { justification: claim.justification } : {}),
      ...part(claim.on, claim.part),
      taskId: taskOf(claim.task),
      invoiceNumber: `2431200000${String(serial * 100 + n).padStart(10, "0")}`,
    });
  for (const [n, claim] of claims.entries()) {
    const approvalId = await sendNth(n, claim);
    await agree(stage, approvalId, dayOf(n), ["pm", "finance", "executive"], n === 6 ? 26 : 4 + (n % 5));
  }
  if (waiting) await sendNth(claims.length, waiting);
  await eventsDelivered(stage.services);
}
