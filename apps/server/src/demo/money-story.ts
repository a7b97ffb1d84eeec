import { approvals } from "@yutu/approvals/contract";
import { budgets } from "@yutu/budgets/contract";
import type { DemoActor, DemoStage } from "./act.ts";
import type { StoryProject } from "./project-story.ts";
import { eventsDelivered } from "./wait.ts";

type Cast = (mailbox: string) => DemoActor;

/** One claim through its whole way, or left waiting for an answer. */
async function claim(
  stage: DemoStage,
  cast: Cast,
  project: StoryProject,
  spec: { title: string; line: string; amountMinor: number; invoice: string; approve: boolean },
): Promise<void> {
  const marketer = cast("marketer");
  const params = { projectId: project.id };
  const made = await marketer.act(budgets.createClaim, {
    params,
    body: {
      title: spec.title,
      amountMinor: spec.amountMinor,
      invoiceNumber: spec.invoice,
      seller: "上海某某文化传媒有限公司",
      lines: [{ lineId: spec.line, amountMinor: spec.amountMinor }],
    },
  });
  const sent = await marketer.act(budgets.submitClaim, { params: { claimId: made.id } });
  if (!spec.approve) return;
  for (const mailbox of ["pm", "finance", "executive"]) {
    const approver = cast(mailbox);
    const approval = await approver.act(approvals.getApproval, { params: { approvalId: sent.approvalId ?? "" } });
    if (approval.abilities.decide)
      await approver.act(approvals.decideApproval, {
        params: { approvalId: sent.approvalId ?? "" },
        body: { decision: "approve" },
      });
  }
  await eventsDelivered(stage.services);
}

/** Parts of a line's money that the story spends: what for, on which line, how much of it, and whether it is approved. */
const CLAIMS = [
  { title: "主视觉拍摄与修图", on: "creative", part: 0.3, approve: true },
  { title: "短视频剪辑", on: "creative", part: 0.22, approve: true },
  { title: "站内资源位", on: "media", part: 0.2, approve: true },
  { title: "直播间搭建", on: "creative", part: 0.15, approve: false },
] as const;

const share = (minor: number, part: number): number => Math.round((minor * part) / 100) * 100;

/** A contract, claims that are paid, and (waiting) one that is not decided yet. */
export async function spend(
  stage: DemoStage,
  cast: Cast,
  project: StoryProject,
  serial: number,
  waiting: boolean,
): Promise<void> {
  const pm = cast("pm");
  const params = { projectId: project.id };
  const { lines } = await pm.act(budgets.getBudget, { params });
  const creative = lines.find((line) => line.key === "creative") ?? lines[0];
  const media = lines.find((line) => line.channel !== null) ?? lines[0];
  if (!creative || !media) return;
  const contract = {
    lineId: media.id,
    title: "达人投放框架合同",
    supplier: "青禾互动 MCN",
    contractNumber: `QH-${serial}`,
    amountMinor: share(media.plannedMinor, 0.35),
  };
  await pm.act(budgets.addCommitment, { params, body: contract });
  for (const [n, { title, on, part, approve }] of CLAIMS.entries()) {
    if (!approve && !waiting) continue;
    const line = on === "creative" ? creative : media;
    const invoice = `2431200000${String(serial * 100 + n).padStart(10, "0")}`;
    await claim(stage, cast, project, {
      title,
      line: line.id,
      amountMinor: share(line.plannedMinor, part),
      invoice,
      approve,
    });
  }
}
