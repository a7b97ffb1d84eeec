import { useMessages } from "@yutu/i18n";
import type { ReactElement, ReactNode } from "react";
import { PlainButton } from "../form/plain-button.tsx";
import "./empty-state.css";
import { pageTexts } from "./messages.ts";

export interface EmptyStateProps {
  /** One sentence: what belongs here. */
  readonly text: string;
  /** At most 96 px. */
  readonly picture?: ReactNode;
  /** The one action that fills it. */
  readonly action?: ReactNode;
  /** A template as a shortcut to the same. */
  readonly template?: ReactNode;
}

/** Nothing here yet: one sentence, one action, one template. */
export const EmptyState = ({ text, picture, action, template }: EmptyStateProps): ReactElement => (
  <div className="yt-empty">
    {picture !== undefined && <div className="yt-empty-picture">{picture}</div>}
    <p>{text}</p>
    {(action !== undefined || template !== undefined) && (
      <div className="yt-empty-actions">
        {action}
        {template}
      </div>
    )}
  </div>
);

/** Filters leave nothing: the way back is one click. */
export function NoMatch({ onClear }: { readonly onClear: () => void }): ReactElement {
  const t = useMessages(pageTexts);
  return (
    <EmptyState
      text={t.noMatch}
      action={
        <PlainButton size="small" onClick={onClear}>
          {t.clear}
        </PlainButton>
      }
    />
  );
}
