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

/** A contract, claims that are paid, and one that waits. */
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
  const byKey = (key: string) => lines.find((line) => line.key === key) ?? lines[0];
  const [creative, media] = [byKey("creative"), lines.find((line) => line.channel !== null) ?? lines[0]];
  if (!creative || !media) return;
  const share = (minor: number, part: number): number => Math.round((minor * part) / 100) * 100;
  await pm.act(budgets.addCommitment, {
    params,
    body: {
      lineId: media.id,
      title: "达人投放框架合同",
      supplier: "青禾互动 MCN",
      contractNumber: `QH-${serial}`,
      amountMinor: share(media.plannedMinor, 0.35),
    },
  });
  const invoice = (n: number): string => `2431200000${String(serial * 100 + n).padStart(10, "0")}`;
  await claim(stage, cast, project, {
    title: "主视觉拍摄与修图",
    line: creative.id,
    amountMinor: share(creative.plannedMinor, 0.3),
    invoice: invoice(1),
    approve: true,
  });
  await claim(stage, cast, project, {
    title: "短视频剪辑",
    line: creative.id,
    amountMinor: share(creative.plannedMinor, 0.22),
    invoice: invoice(2),
    approve: true,
  });
  await claim(stage, cast, project, {
    title: "站内资源位",
    line: media.id,
    amountMinor: share(media.plannedMinor, 0.2),
    invoice: invoice(3),
    approve: true,
  });
  if (waiting)
    await claim(stage, cast, project, {
      title: "直播间搭建",
      line: creative.id,
      amountMinor: share(creative.plannedMinor, 0.15),
      invoice: invoice(4),
      approve: false,
    });
}
