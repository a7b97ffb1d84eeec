import { assets } from "@yutu/assets/contract";
import { useMessages } from "@yutu/i18n";
import { CloseIcon, FileDrop, type SendOne, sendFile, useClient } from "@yutu/ui";
import { Button, Form } from "antd";
import { type ReactElement, useRef, useState } from "react";
import { budgetTexts } from "../messages.ts";
import type { Claim } from "./use-claims.ts";

const MAX_RECEIPT_BYTES = 20_000_000;

interface Receipts {
  /** Of the files that go with the claim. */
  readonly ids: readonly string[];
  /** How many are on their way. */
  readonly sending: number;
  /** Those that the claim had before. */
  readonly kept: Claim["receipts"];
  readonly drop: (fileId: string) => void;
  readonly send: SendOne;
  readonly onRemove: (file: File) => void;
}

/** The receipts of a claim while it is written: those it had, and those added now. */
export function useReceipts(claim: Claim | undefined): Receipts {
  const client = useClient();
  const before = claim?.receipts ?? [];
  const [ids, setIds] = useState<readonly string[]>(before.map((each) => each.fileId));
  const [sending, setSending] = useState(0);
  const sent = useRef(new WeakMap<File, string>());
  const drop = (fileId: string): void => setIds((held) => held.filter((id) => id !== fileId));
  return {
    ids,
    sending,
    kept: before.filter((each) => ids.includes(each.fileId)),
    drop,
    send: async (file, control) => {
      setSending((count) => count + 1);
      const result = await sendFile(client.url(assets.uploadFile, { query: { name: file.name } }), file, control);
      setSending((count) => count - 1);
      if (result.ok) {
        const { id } = assets.uploadFile.output.parse(result.value);
        sent.current.set(file, id);
        setIds((held) => [...held, id]);
      }
      return result;
    },
    onRemove: (file) => drop(sent.current.get(file) ?? ""),
  };
}

/** Pictures of what was paid; each is uploaded as it is dropped. */
export function ReceiptFields({ receipts }: { readonly receipts: Receipts }): ReactElement {
  const t = useMessages(budgetTexts);
  return (
    <Form.Item label={t.receipts}>
      {receipts.kept.length > 0 && (
        <ul className="bg-receipts">
          {receipts.kept.map((file) => (
            <li key={file.fileId}>
              {file.name}
              <Button
                type="text"
                aria-label={t.removeReceipt({ name: file.name })}
                icon={<CloseIcon />}
                onClick={() => receipts.drop(file.fileId)}
              />
            </li>
          ))}
        </ul>
      )}
      <FileDrop
        accept="image/*,.pdf"
        maxBytes={MAX_RECEIPT_BYTES}
        hint={t.receiptHint}
        send={receipts.send}
        onRemove={receipts.onRemove}
      />
    </Form.Item>
  );
}
