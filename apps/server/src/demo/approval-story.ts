import { approvals } from "@yutu/approvals/contract";
import type { DemoStage } from "./act.ts";

const HOUR_MS = 3_600_000;

/** Everybody who is asked agrees, each some hours after the one before; longer when it is about more money. */
export async function agree(
  stage: DemoStage,
  approvalId: string,
  sentAt: Date,
  approvers: readonly string[],
  hoursEach: number,
): Promise<void> {
  const params = { approvalId };
  for (const [i, mailbox] of approvers.entries()) {
    const person = stage.at(new Date(sentAt.getTime() + (i + 1) * hoursEach * HOUR_MS))(mailbox);
    const { abilities } = await person.act(approvals.getApproval, { params });
    if (!abilities.decide) continue;
    await person.act(approvals.decideApproval, { params, body: { decision: "approve", comment: "同意" } });
  }
}
