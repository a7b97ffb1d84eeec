import { useFormat, useMessages } from "@yutu/i18n";
import { Facts, PeekPanel } from "@yutu/ui";
import type { ReactElement } from "react";
import { auditTexts } from "../messages.ts";
import { changesOf } from "./audit-diff.ts";
import { type AuditEntry, useAuditWords } from "./use-audit-words.ts";

interface Props {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

function Diff({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const t = useMessages(auditTexts);
  const { column, value } = useAuditWords();
  const changes = changesOf(entry.before, entry.after);
  if (changes.length === 0) return <p className="gv-quiet">{t.noChanges}</p>;
  return (
    <div className="gv-diff" role="region" aria-label={t.changes} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.field}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row" title={field}>
                {column(entry, field)}
              </th>
              <td>
                {before === undefined ? (
                  <span className="gv-quiet">{t.none}</span>
                ) : (
                  <del>{value(entry, field, before)}</del>
                )}
              </td>
              <td>
                {after === undefined ? (
                  <span className="gv-quiet">{t.none}</span>
                ) : (
                  <ins>{value(entry, field, after)}</ins>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One entry: who, when, how, and what was before and after. */
export function EntryPeek({ entry, onClose, onStep }: Props): ReactElement {
  const t = useMessages(auditTexts);
  const format = useFormat();
  const { what, recordName, actorName } = useAuditWords();
  const name = recordName(entry);
  return (
    <PeekPanel open onClose={onClose} onStep={onStep} code={t.entry({ seq: entry.seq })} title={what(entry)}>
      <Facts
        items={[
          { key: "actor", label: t.actor, value: actorName(entry) },
          { key: "time", label: t.time, value: format.dateTime(entry.at) },
          ...(name === undefined ? [] : [{ key: "record", label: t.record, value: name }]),
          { key: "recordId", label: t.recordId, value: <code className="gv-code">{entry.rowId}</code> },
          { key: "operation", label: t.operation, value: <code className="gv-code">{entry.operation}</code> },
          { key: "request", label: t.request, value: <code className="gv-code">{entry.requestId}</code> },
          { key: "sealed", label: t.sealed, value: entry.sealed ? t.sealedYes : t.sealedNo },
        ]}
      />
      <h3 className="gv-title">{t.changes}</h3>
      <Diff entry={entry} />
    </PeekPanel>
  );
}
