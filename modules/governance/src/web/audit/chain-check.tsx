import { useMessages } from "@yutu/i18n";
import { useCommand } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { governance } from "../../contract/index.ts";
import { auditTexts } from "../messages.ts";

export interface ChainState {
  readonly intact: boolean;
  readonly sealed: number;
  readonly unsealed: number;
  readonly brokenAt: number | null;
}

/** Recomputes the chain; the answer goes to `onChecked`. */
export function ChainButton({ onChecked }: { readonly onChecked: (state: ChainState) => void }): ReactElement {
  const t = useMessages(auditTexts);
  const verify = useCommand(governance.verifyAudit, { done: onChecked });
  return (
    <Button loading={verify.pending} onClick={() => void verify.run({})}>
      {t.verify}
    </Button>
  );
}

/** What the last check found. */
export function ChainNotice({ state }: { readonly state: ChainState | undefined }): ReactElement | null {
  const t = useMessages(auditTexts);
  if (!state) return null;
  const { intact, sealed, unsealed, brokenAt } = state;
  return (
    <p className="gv-chain" role="status" data-intact={intact}>
      {intact ? t.intact({ sealed, unsealed }) : t.broken({ seq: brokenAt ?? 0 })}
    </p>
  );
}

export const useChain = () => useState<ChainState>();
