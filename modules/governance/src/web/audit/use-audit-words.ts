import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { useMemo } from "react";
import type { governance } from "../../contract/index.ts";
import { auditTexts } from "../messages.ts";

export type AuditEntry = OperationOutput<typeof governance.listAudit>["items"][number];

/** Names of tables and people for reading. */
export function useAuditWords() {
  const t = useMessages(auditTexts);
  return useMemo(() => {
    const names = t.tables as Readonly<Record<string, string>>;
    return {
      tableName: (table: string): string => names[table] ?? table,
      tableOptions: Object.entries(names).map(([value, label]) => ({ value, label })),
      actorName: (entry: AuditEntry): string => entry.actorName ?? entry.actorId ?? t.system,
    };
  }, [t]);
}
