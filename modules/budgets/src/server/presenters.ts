import { type Actor, may } from "@yutu/application";
import { filesOf } from "@yutu/assets/server";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import { taskTitlesOf } from "@yutu/tasks/server";
import { inArray } from "drizzle-orm";
import type { z } from "zod";
import type { budgetLineSchema, budgetSchema, claimSchema, commitmentSchema } from "../contract/schemas.ts";
import { canMove } from "../domain/claim.ts";
import { availableOf, type LineTotals } from "../domain/line.ts";
import type { LineRow } from "./ledger.ts";
import { type ClaimLineRow, type ClaimRow, type CommitmentRow, claimLinesOf } from "./repository.ts";
import { budgetLines } from "./tables.ts";

export const CLAIM_ENTITY = "claim";

const totalsOf = ({ plannedMinor, changedMinor, reservedMinor, committedMinor, actualMinor }: LineTotals) => ({
  plannedMinor,
  changedMinor,
  reservedMinor,
  committedMinor,
  actualMinor,
  availableMinor: availableOf({ plannedMinor, changedMinor, reservedMinor, committedMinor, actualMinor }),
});

export const presentLine = (row: LineRow): z.infer<typeof budgetLineSchema> => ({
  ...totalsOf(row),
  id: row.id,
  key: row.key,
  name: row.name,
  category: row.category,
  channel: row.channel,
  reserve: row.reserve,
  enforcement: row.enforcement,
  warnPermille: row.warnPermille,
  version: row.version,
});

const sumOf = (rows: readonly LineRow[], key: keyof LineTotals): number => rows.reduce((sum, row) => sum + row[key], 0);

export function presentBudget(
  projectId: string,
  currency: string,
  rows: readonly LineRow[],
  abilities: { edit: boolean; submitClaims: boolean },
): z.infer<typeof budgetSchema> {
  const totals = totalsOf({
    plannedMinor: sumOf(rows, "plannedMinor"),
    changedMinor: sumOf(rows, "changedMinor"),
    reservedMinor: sumOf(rows, "reservedMinor"),
    committedMinor: sumOf(rows, "committedMinor"),
    actualMinor: sumOf(rows, "actualMinor"),
  });
  return { projectId, currency, lines: rows.map(presentLine), totals, abilities };
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

interface ClaimSurroundings {
  readonly names: ReadonlyMap<string, string>;
  readonly lineNames: ReadonlyMap<string, string>;
  readonly parts: readonly ClaimLineRow[];
  readonly receipts: Awaited<ReturnType<typeof filesOf>>;
  readonly tasks: Awaited<ReturnType<typeof taskTitlesOf>>;
}

/** What is shown with claims, for many of them at once. */
async function surroundingsOf(tx: TenantTx, rows: readonly ClaimRow[]): Promise<ClaimSurroundings> {
  const ids = rows.map((row) => row.id);
  const taskIds = [...new Set(rows.flatMap(({ taskId }) => taskId ?? []))];
  const parts = await claimLinesOf(tx, ids);
  const lineIds = [...new Set(parts.map((p) => p.lineId))];
  const lines =
    lineIds.length === 0
      ? []
      : await tx.db
          .select({ id: budgetLines.id, name: budgetLines.name })
          .from(budgetLines)
          .where(inArray(budgetLines.id, lineIds));
  return {
    parts,
    names: await listMembersByName(tx),
    receipts: await filesOf(tx, CLAIM_ENTITY, ids),
    lineNames: new Map(lines.map((l) => [l.id, l.name])),
    tasks: await taskTitlesOf(tx, taskIds),
  };
}

function presentClaim(
  claim: ClaimRow,
  actor: Actor,
  { names, lineNames, parts, receipts, tasks }: ClaimSurroundings,
): z.infer<typeof claimSchema> {
  const {
    workspaceId: _workspace,
    updatedAt: _updated,
    createdAt,
    submittedAt,
    decidedAt,
    paidAt,
    taskId,
    ...row
  } = claim;
  const mine = row.requesterId === actor.memberId;
  return {
    ...row,
    task: tasks.get(taskId ?? "") ?? null,
    requesterName: names.get(row.requesterId) ?? "",
    createdAt: createdAt.toISOString(),
    submittedAt: iso(submittedAt),
    decidedAt: iso(decidedAt),
    paidAt: iso(paidAt),
    lines: parts
      .filter((p) => p.claimId === row.id)
      .map(({ lineId, amountMinor, note }) => ({ lineId, lineName: lineNames.get(lineId) ?? "", amountMinor, note })),
    receipts: receipts
      .filter((r) => r.entityId === row.id)
      .map(({ file }) => ({
        fileId: file.id,
        name: file.name,
        contentType: file.contentType,
        sizeBytes: file.sizeBytes,
      })),
    abilities: {
      edit: mine && canMove(row.status, "edit"),
      submit: mine && canMove(row.status, "submit"),
      cancel: mine && canMove(row.status, "cancel"),
      pay: may(actor, "claims.pay") && canMove(row.status, "pay"),
    },
  };
}

export async function presentClaims(
  tx: TenantTx,
  actor: Actor,
  rows: readonly ClaimRow[],
): Promise<z.infer<typeof claimSchema>[]> {
  const around = await surroundingsOf(tx, rows);
  return rows.map((row) => presentClaim(row, actor, around));
}

export const presentCommitment = (row: CommitmentRow): z.infer<typeof commitmentSchema> => ({
  id: row.id,
  projectId: row.projectId,
  lineId: row.lineId,
  title: row.title,
  supplier: row.supplier,
  contractNumber: row.contractNumber,
  amountMinor: row.amountMinor,
  consumedMinor: row.consumedMinor,
  status: row.status,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
});
