import { type Call, type Implementation, implement, may, notFound } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { ingestion } from "../contract/index.ts";
import { changeSource, createSource, renewWriteKey } from "./commands/manage-sources.ts";
import { presentSource } from "./presenters.ts";
import { findSourceWithCounts, listSourceRows } from "./repositories/source-repository.ts";

async function answer({ tx, actor }: Call, saved: Result<string, Problem>) {
  if (!saved.ok) return saved;
  const source = await findSourceWithCounts(tx, saved.value);
  return source ? ok(presentSource(source, may(actor, "data.manage"))) : notFound("source");
}

export const sourceOperations: readonly Implementation[] = [
  implement(ingestion.listSources, async ({ tx, actor }) => {
    const rows = await listSourceRows(tx);
    return ok({ sources: rows.map((row) => presentSource(row, may(actor, "data.manage"))) });
  }),
  implement(ingestion.createSource, async (call, { body }) => answer(call, await createSource(call, body))),
  implement(ingestion.updateSource, async (call, { params, body }) =>
    answer(call, await changeSource(call, params.sourceId, body)),
  ),
  implement(ingestion.renewWriteKey, async (call, { params }) =>
    answer(call, await renewWriteKey(call, params.sourceId)),
  ),
];
