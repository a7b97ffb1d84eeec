import { type Subscriber, subscribe } from "@yutu/application";
import { approvalFinished } from "@yutu/approvals/domain";
import { budgetLinesOf, projectCreated, templateSchema } from "@yutu/projects/domain";
import { budgetCreated } from "../domain/events.ts";
import { settleClaim } from "./commands/settle-claim.ts";
import { CLAIM_SUBJECT } from "./commands/submit-claim.ts";
import { post } from "./ledger.ts";
import { budgetLines } from "./tables.ts";

export const subscribers: readonly Subscriber[] = [
  subscribe("budgets.make-budget", projectCreated, async ({ tx }, { payload }) => {
    const planned = budgetLinesOf(templateSchema.parse(payload.template), payload.totalBudgetMinor, payload.channels);
    const { projectId, currency, locale } = payload;
    const rows = planned.map((line, position) => ({
      ...line,
      plannedMinor: 0,
      id: tx.ids.next("bln"),
      name: line.name[locale],
      projectId,
      currency,
      position,
    }));
    await tx.db.insert(budgetLines).values(rows);
    await post(
      tx,
      rows.map((row, i) => ({
        lineId: row.id,
        kind: "planned",
        amountMinor: planned[i]?.plannedMinor ?? 0,
        source: "plan",
        sourceId: projectId,
      })),
    );
    await tx.emit(
      budgetCreated,
      { projectId, totalMinor: payload.totalBudgetMinor, currency },
      { entity: "budget", id: projectId, projectId },
    );
  }),
  subscribe("budgets.settle-claim", approvalFinished, async ({ tx }, { payload }) => {
    if (payload.subjectType === CLAIM_SUBJECT)
      await settleClaim(tx, payload.subjectId, payload.outcome, payload.comment);
  }),
];
