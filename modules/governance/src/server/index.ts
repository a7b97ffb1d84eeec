import { defineModule, implement, implementFile, onSchedule } from "@yutu/application";
import { listMembersByName, workspaceFacts } from "@yutu/identity/server";
import { defineSchedule } from "@yutu/jobs";
import { err, ok, problem, toPage } from "@yutu/kernel";
import { governance } from "../contract/index.ts";
import { governanceProblems } from "../domain/problems.ts";
import { listAudit, readForExport, verifyChain } from "./audit.ts";
import { wordsOfEntries } from "./audit-records.ts";
import { csvFile } from "./csv.ts";

const EXPORT_LIMIT = 100_000;
const HEADER = [
  "seq",
  "at",
  "actor kind",
  "actor",
  "operation",
  "request",
  "table",
  "row",
  "action",
  "before",
  "after",
  "hash",
];

const sealAudit = defineSchedule("governance.seal-audit", "* * * * *");

export const governanceModule = defineModule({
  name: "governance",
  operations: [
    implement(governance.listAudit, async ({ tx }, { query }) => {
      const { timeZone, currency } = await workspaceFacts(tx);
      const names = await listMembersByName(tx);
      const page = toPage(await listAudit(tx, query, timeZone, query), query.limit, (row) => [row.seq]);
      const wordsOf = await wordsOfEntries(tx, page.items, currency);
      const items = page.items.map((row) => ({
        ...wordsOf(row),
        seq: Number(row.seq),
        at: row.at.toISOString(),
        actorKind: row.actor_kind,
        actorId: row.actor_id,
        actorName: row.actor_id ? (names.get(row.actor_id) ?? null) : null,
        operation: row.operation,
        requestId: row.request_id,
        table: row.table_name,
        rowId: row.row_id,
        action: row.action,
        before: row.before,
        after: row.after,
        sealed: row.hash !== null,
      }));
      return ok({ items, nextCursor: page.nextCursor });
    }),
    implementFile(governance.exportAudit, (call, { query }) =>
      call.withTenant(async (tx) => {
        const { timeZone } = await workspaceFacts(tx);
        const rows = await readForExport(tx, query, timeZone, EXPORT_LIMIT + 1);
        if (rows.length > EXPORT_LIMIT)
          return err(
            problem(governanceProblems.tooMuch, "Choose a shorter period.", { params: { limit: EXPORT_LIMIT } }),
          );
        const names = await listMembersByName(tx);
        const lines = rows.map((r) => [
          r.seq,
          r.at.toISOString(),
          r.actor_kind,
          (r.actor_id && names.get(r.actor_id)) ?? r.actor_id,
          r.operation,
          r.request_id,
          r.table_name,
          r.row_id,
          r.action,
          r.before,
          r.after,
          r.hash,
        ]);
        return ok({
          content: csvFile([HEADER, ...lines]),
          contentType: "text/csv; charset=utf-8",
          fileName: "audit.csv",
        });
      }),
    ),
    implement(governance.verifyAudit, async ({ tx }) => {
      const { sealed, unsealed, brokenAt } = await verifyChain(tx);
      return ok({ intact: brokenAt === null, sealed, unsealed, brokenAt });
    }),
  ],
  schedules: [
    onSchedule(sealAudit, async ({ database, log }) => {
      const workspaces = await database.querySystem<{ id: string }>(
        "find audit entries to seal",
        "SELECT DISTINCT workspace_id AS id FROM audit_log WHERE hash IS NULL",
      );
      for (const { id } of workspaces) {
        const [done] = await database.querySystem<{ sealed: number }>(
          "seal the audit log",
          "SELECT yutu.seal_audit($1, now() - interval '10 seconds') AS sealed",
          [id],
        );
        log.debug({ workspaceId: id, sealed: done?.sealed }, "audit sealed");
      }
    }),
  ],
});
