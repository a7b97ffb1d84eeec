import { useFormat, useMessages } from "@yutu/i18n";
import { DataGrid, figuresColumn, type GridColumn, MobileCard, MobileCards, personColumn, usePhone } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { auditTexts } from "../messages.ts";
import { type AuditEntry, useAuditWords } from "./use-audit-words.ts";

interface Props {
  readonly entries: readonly AuditEntry[];
  readonly current: number;
  readonly onOpen: (seq: number) => void;
  readonly onEnd: () => void;
}

const keyOf = (entry: AuditEntry): string => String(entry.seq);

function useColumns(): GridColumn<AuditEntry>[] {
  const t = useMessages(auditTexts);
  const format = useFormat();
  const { what, summary, actorName } = useAuditWords();
  return useMemo(
    () => [
      {
        ...figuresColumn<AuditEntry>({ key: "time", title: t.time, widthPx: 156 }, (e) => format.dateTime(e.at)),
        text: (e) => e.at,
      },
      personColumn({ key: "actor", title: t.actor, widthPx: 156 }, (e) => ({
        id: e.actorId ?? e.actorKind,
        name: actorName(e),
      })),
      {
        key: "action",
        title: t.action,
        widthPx: 160,
        cell: what,
      },
      {
        key: "changes",
        title: t.changes,
        widthPx: 240,
        grow: true,
        cell: (e) => <span className="yt-ellipsis gv-quiet">{summary(e)}</span>,
        text: summary,
      },
      {
        key: "operation",
        title: t.operation,
        widthPx: 200,
        cell: (e) => <code className="yt-ellipsis gv-code">{e.operation}</code>,
        text: (e) => e.operation,
      },
      {
        key: "sealed",
        title: t.sealed,
        widthPx: 84,
        cell: (e) => <span className="gv-quiet">{e.sealed ? t.sealedYes : t.sealedNo}</span>,
      },
    ],
    [t, format, what, summary, actorName],
  );
}

/** Entries, newest first. */
export function EntryList({ entries, current, onOpen, onEnd }: Props): ReactElement {
  const t = useMessages(auditTexts);
  const format = useFormat();
  const phone = usePhone();
  const columns = useColumns();
  const { what, summary, actorName } = useAuditWords();
  if (phone) {
    return (
      <MobileCards label={t.title}>
        {entries.map((e) => (
          <MobileCard
            key={e.seq}
            title={what(e)}
            facts={
              <>
                <span>{actorName(e)}</span>
                <span className="yt-ellipsis">{summary(e)}</span>
              </>
            }
            figure={<span className="gv-when">{format.dateTime(e.at)}</span>}
            onOpen={() => onOpen(e.seq)}
          />
        ))}
      </MobileCards>
    );
  }
  return (
    <DataGrid
      label={t.title}
      rows={entries}
      keyOf={keyOf}
      columns={columns}
      current={String(current)}
      onOpen={(e) => onOpen(e.seq)}
      onEnd={onEnd}
      storageKey="yutu.audit.columns"
    />
  );
}
