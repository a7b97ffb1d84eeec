import { useMessages } from "@yutu/i18n";
import { type ReactElement, type ReactNode, type RefObject, useEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { CloseIcon } from "../icons/icons.tsx";
import { isComposingKey } from "../keyboard/chord.ts";
import { overlayTexts } from "./messages.ts";
import "./sheet.css";

export interface SheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** At the end of the title row. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** While a sheet is up the page behind it takes neither focus nor clicks; pop-ups of controls live beside it and still work. */
function useHeldFocus(): RefObject<HTMLDivElement | null> {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    const page = document.querySelector<HTMLElement>(".yt-root");
    page?.setAttribute("inert", "");
    sheet.current?.focus();
    return () => {
      page?.removeAttribute("inert");
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return sheet;
}

function OpenSheet({ onClose, title, actions, children }: Omit<SheetProps, "open">): ReactElement {
  const t = useMessages(overlayTexts);
  const sheet = useHeldFocus();
  return (
    <div className="yt-sheet-layer">
      <button type="button" className="yt-plain yt-sheet-scrim" aria-label={t.close} tabIndex={-1} onClick={onClose} />
      <div
        ref={sheet}
        role="dialog"
        aria-modal="true"
        aria-label={title}
        tabIndex={-1}
        className="yt-sheet"
        onKeyDown={(event) => {
          if (event.key !== "Escape" || isComposingKey(event.nativeEvent) || event.defaultPrevented) return;
          event.preventDefault();
          onClose();
        }}
      >
        <header className="yt-sheet-head">
          <h2 className="yt-ellipsis">{title}</h2>
          {actions}
          <button type="button" className="yt-plain yt-icon-button" aria-label={t.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </header>
        <div className="yt-sheet-body">{children}</div>
      </div>
    </div>
  );
}

/** The phone's form of panels and dialogs: rises from below, holds the focus, closes by Escape, the button or a tap beside it. */
export const Sheet = ({ open, ...rest }: SheetProps): ReactElement | null =>
  open ? (createPortal(<OpenSheet {...rest} />, document.body) as ReactElement) : null;
