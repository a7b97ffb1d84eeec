import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { PeekPanel, ProblemNotice, toast, useCommand, usePermission } from "@yutu/ui";
import { Button, Input } from "antd";
import { type ReactElement, useState } from "react";
import { ingestion } from "../../contract/index.ts";
import { ingestionTexts } from "../messages.ts";

export type QuarantineRow = OperationOutput<typeof ingestion.listQuarantine>["items"][number];

interface RowFormProps {
  readonly row: QuarantineRow;
  readonly title: string;
  readonly code: string;
  readonly onClose: () => void;
}

/** The cells of one row, to be corrected and taken in, or left out for good. */
export function RowForm({ row, title, code, onClose }: RowFormProps): ReactElement {
  return <Cells key={row.id} row={row} title={title} code={code} onClose={onClose} />;
}

function Cells({ row, title, code, onClose }: RowFormProps): ReactElement {
  const t = useMessages(ingestionTexts);
  const may = usePermission("data.import");
  const [cells, setCells] = useState<readonly string[]>(row.cells);
  const replay = useCommand(ingestion.replayRow, { quiet: true, done: () => toast.done(t.replayed) });
  const discard = useCommand(ingestion.discardRow, { done: () => toast.done(t.discarded) });
  const open = row.state === "open" && may;
  const params = { rowId: row.id };
  const set = (at: number, text: string): void =>
    setCells((before) => before.map((cell, i) => (i === at ? text : cell)));
  return (
    <PeekPanel open onClose={onClose} code={code} title={title}>
      <ProblemNotice problem={replay.problem} />
      <div className="in-row-form">
        {cells.map((cell, i) => {
          const label = row.headings[i] ?? String(i + 1);
          return (
            <label key={`${i}-${label}`}>
              {label}
              {row.headings.length > 0 ? (
                <Input value={cell} disabled={!open} onChange={(event) => set(i, event.target.value)} />
              ) : (
                <Input.TextArea
                  autoSize
                  value={cell}
                  disabled={!open}
                  onChange={(event) => set(i, event.target.value)}
                />
              )}
            </label>
          );
        })}
      </div>
      {open && (
        <div className="in-actions">
          <Button
            type="primary"
            loading={replay.pending}
            onClick={() => void replay.run({ params, body: { cells: [...cells] } }).then((r) => r.ok && onClose())}
          >
            {t.fix}
          </Button>
          <Button loading={discard.pending} onClick={() => void discard.run({ params }).then((r) => r.ok && onClose())}>
            {t.discard}
          </Button>
        </div>
      )}
    </PeekPanel>
  );
}
