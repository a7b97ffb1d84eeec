import type { BackgroundCall } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { eq, sql } from "drizzle-orm";
import { type RetrospectiveDocument, retrospectiveWritten, writeDocument } from "../../domain/index.ts";
import { collectLedgers } from "../collect-ledgers.ts";
import { findRetrospective } from "../repository.ts";
import { retrospectives } from "../tables.ts";

type Outcome = { readonly status: "draft"; readonly document: RetrospectiveDocument } | { readonly status: "failed" };

async function keep(tx: TenantTx, projectId: string, outcome: Outcome): Promise<void> {
  const row = await findRetrospective(tx, projectId, { lock: true });
  // Published in the meantime: what people signed stays as it is.
  if (!row || row.status === "published") return;
  const written = outcome.status === "draft" ? { document: outcome.document, computedAt: tx.now } : {};
  await tx.db
    .update(retrospectives)
    .set({ ...written, status: outcome.status, updatedAt: tx.now, version: sql`${retrospectives.version} + 1` })
    .where(eq(retrospectives.id, row.id));
  await tx.emit(
    retrospectiveWritten,
    { projectId, outcome: outcome.status },
    { entity: "retrospective", id: projectId, projectId },
  );
}

/** Computes and keeps the retrospective. A failure is shown, and the job tried again. */
export async function writeRetrospective(call: BackgroundCall, projectId: string): Promise<void> {
  try {
    const ledgers = await collectLedgers(call, projectId);
    if (!ledgers) return;
    const document = writeDocument(ledgers, call.services.clock.now().toISOString());
    await call.withTenant((tx) => keep(tx, projectId, { status: "draft", document }));
  } catch (error) {
    await call.withTenant((tx) => keep(tx, projectId, { status: "failed" }));
    throw error;
  }
}
