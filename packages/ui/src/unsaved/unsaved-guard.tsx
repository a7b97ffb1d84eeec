import { useBlocker } from "@tanstack/react-router";
import { useMessages } from "@yutu/i18n";
import { type ReactElement, useCallback } from "react";
import { ConfirmPreview } from "../confirm/confirm-preview.tsx";
import { leaves, type Place } from "./leaves.ts";
import { unsavedTexts } from "./messages.ts";

export interface UnsavedGuardProps {
  /** Something was changed and not saved. */
  readonly when: boolean;
  /** What of the address the edits outlive; see `leaves`. Default `page`. */
  readonly scope?: "page" | "address";
}

/**
 * Asks before edits are lost: in the product's words when another page is opened, in the browser's when the page is
 * reloaded or its tab closed.
 */
export function UnsavedGuard({ when, scope = "page" }: UnsavedGuardProps): ReactElement {
  const t = useMessages(unsavedTexts);
  const asks = useCallback(
    ({ current, next }: { readonly current: Place; readonly next: Place }) => leaves(scope, current, next),
    [scope],
  );
  const held = useBlocker({ shouldBlockFn: asks, enableBeforeUnload: when, disabled: !when, withResolver: true });
  return (
    <ConfirmPreview
      open={held.status === "blocked"}
      title={t.title}
      text={t.text}
      confirm={t.leave}
      danger
      onConfirm={() => held.proceed?.()}
      onCancel={() => held.reset?.()}
    />
  );
}
