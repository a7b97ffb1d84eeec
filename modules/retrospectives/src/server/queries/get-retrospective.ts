import { type Actor, type Call, may, notFound } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { movesFrom } from "@yutu/projects/domain";
import { findVisibleProject, mayManage, type ProjectRow } from "@yutu/projects/server";
import type { z } from "zod";
import { BLOCK_KEYS, type retrospectiveSchema } from "../../contract/schemas.ts";
import { withoutMoney } from "../../domain/index.ts";
import { blocksOf, findRetrospective, lessonsOf, type RetrospectiveRow } from "../repository.ts";

export type Retrospective = z.input<typeof retrospectiveSchema>;

function abilitiesOf(actor: Actor, project: ProjectRow, row: RetrospectiveRow | undefined): Retrospective["abilities"] {
  const edits = may(actor, "retrospectives.edit");
  const hasDocument = row?.document !== undefined && row.document !== null;
  const published = row?.status === "published";
  return {
    edit: edits && hasDocument && !published,
    learn: edits && hasDocument,
    publish: edits && hasDocument && row.status === "draft",
    unpublish: edits && published,
    regenerate: edits && row !== undefined && !published && row.status !== "writing",
    close: mayManage(actor, project) && movesFrom(project.status).includes("close"),
  };
}

async function presentBlocks(tx: TenantTx, projectId: string, names: ReadonlyMap<string, string>) {
  const rows = await blocksOf(tx, projectId);
  return BLOCK_KEYS.flatMap((key) => {
    const row = rows.find((each) => each.key === key);
    if (!row) return [];
    const { text, version, updatedBy, updatedAt } = row;
    return [{ key, text, version, updatedByName: names.get(updatedBy) ?? "", updatedAt: updatedAt.toISOString() }];
  });
}

async function presentLessons(tx: TenantTx, projectId: string, names: ReadonlyMap<string, string>) {
  const rows = await lessonsOf(tx, projectId);
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    text: row.text,
    evidence: row.evidence,
    status: row.status,
    proposedByName: names.get(row.proposedBy) ?? "",
    decidedByName: row.decidedBy ? (names.get(row.decidedBy) ?? "") : null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    version: row.version,
  }));
}

/** The retrospective of a project as the caller may see it. */
export async function getRetrospective(
  { tx, actor }: Pick<Call, "tx" | "actor">,
  projectId: string,
): Promise<Result<Retrospective, Problem>> {
  const project = await findVisibleProject(tx, actor, projectId);
  if (!project) return notFound("project");
  const row = await findRetrospective(tx, projectId);
  const names = await listMembersByName(tx);
  const seesMoney = may(actor, "money.view");
  const document = row?.document ?? null;
  return ok({
    projectId,
    // Between closing and the note that it is to be written lies a moment.
    state: row?.status ?? (project.status === "closed" ? "writing" : "open"),
    document: document && (seesMoney ? document : withoutMoney(document)),
    moneyWithheld: document !== null && !seesMoney,
    blocks: await presentBlocks(tx, projectId, names),
    lessons: await presentLessons(tx, projectId, names),
    publishedAt: row?.publishedAt?.toISOString() ?? null,
    publishedByName: row?.publishedBy ? (names.get(row.publishedBy) ?? "") : null,
    abilities: abilitiesOf(actor, project, row),
  });
}
