import type { OperationOutput } from "@yutu/contract";
import { languageOf, useFormat, useMessages } from "@yutu/i18n";
import { useRecords } from "@yutu/ui";
import { useMemo } from "react";
import type { governance } from "../../contract/index.ts";
import { auditTexts } from "../messages.ts";
import { changesOf } from "./audit-diff.ts";
import { columnName, type Reading, tableName, writeName, writeValue } from "./audit-words.ts";

export type AuditEntry = OperationOutput<typeof governance.listAudit>["items"][number];

/** Nothing until the words of all modules have come. */
const NO_RECORDS = {};

/** Names of tables, columns, values and people for reading. */
export function useAuditWords() {
  const t = useMessages(auditTexts);
  const format = useFormat();
  const records = useRecords();
  return useMemo(() => {
    const language = languageOf(format.locale);
    const reading: Reading = { records: records ?? NO_RECORDS, format, language, yes: t.yes, no: t.no };
    const nameOf = (entry: AuditEntry): string | undefined => writeName(reading, entry.names, entry.rowId);
    return {
      loading: records === undefined,
      tableOptions: Object.keys(reading.records)
        .map((value) => ({ value, label: tableName(reading, value) }))
        .toSorted((a, b) => format.compare(a.label, b.label)),
      what: (entry: AuditEntry): string =>
        t.what({ action: t.actions[entry.action], table: tableName(reading, entry.table) }),
      actorName: (entry: AuditEntry): string => entry.actorName ?? entry.actorId ?? t.system,
      recordName: nameOf,
      column: (entry: AuditEntry, column: string): string => columnName(reading, entry.table, column),
      value: ({ table, names, currency }: AuditEntry, column: string, value: unknown): string =>
        writeValue(reading, { table, column, names, currency }, value),
      /** Which record, and of a change which columns. */
      summary: (entry: AuditEntry): string => {
        const name = nameOf(entry);
        if (entry.action !== "update") return name ?? entry.rowId;
        const fields = changesOf(entry.before, entry.after).map(({ field }) => columnName(reading, entry.table, field));
        return [...(name === undefined ? [] : [name]), format.enumerate(fields)].join(" · ");
      },
    };
  }, [t, format, records]);
}
