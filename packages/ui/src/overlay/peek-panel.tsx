import { useMessages } from "@yutu/i18n";
import { type ReactElement, type ReactNode, useEffect, useRef } from "react";
import { ChevronDownIcon, CloseIcon, OpenIcon } from "../icons/icons.tsx";
import { useShortcut } from "../keyboard/use-shortcut.ts";
import { usePhone } from "../theme/use-media.ts";
import { overlayTexts } from "./messages.ts";
import "./peek-panel.css";
import { Sheet } from "./sheet.tsx";

export interface PeekPanelProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Code of the thing, in the head: `MKT-1038`. */
  readonly code: string;
  readonly title: string;
  /** Opens the full page (⌘Enter). */
  readonly onOpenFull?: () => void;
  /** Walks the list behind (J, K). */
  readonly onStep?: (step: 1 | -1) => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

function OpenButton({ onOpen }: { readonly onOpen: () => void }): ReactElement {
  const t = useMessages(overlayTexts);
  return (
    <button type="button" className="yt-plain yt-peek-open" onClick={onOpen}>
      {t.open}
      <OpenIcon width={13} height={13} />
    </button>
  );
}

function SidePanel({
  onClose,
  code,
  title,
  onOpenFull,
  onStep,
  actions,
  children,
}: Omit<PeekPanelProps, "open">): ReactElement {
  const t = useMessages(overlayTexts);
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    panel.current?.querySelector(".yt-peek-body")?.scrollTo(0, 0);
  }, [code]);
  return (
    <aside ref={panel} className="yt-peek" aria-label={t.panel}>
      <header className="yt-peek-head">
        <button type="button" className="yt-plain yt-icon-button" aria-label={t.close} onClick={onClose}>
          <CloseIcon />
        </button>
        <span className="yt-peek-code yt-figures yt-ellipsis">{code}</span>
        {onStep && (
          <>
            <button
              type="button"
              className="yt-plain yt-icon-button yt-peek-up"
              aria-label={t.previous}
              onClick={() => onStep(-1)}
            >
              <ChevronDownIcon />
            </button>
            <button type="button" className="yt-plain yt-icon-button" aria-label={t.next} onClick={() => onStep(1)}>
              <ChevronDownIcon />
            </button>
          </>
        )}
        {actions}
        {onOpenFull && <OpenButton onOpen={onOpenFull} />}
      </header>
      <div className="yt-peek-body">
        <h2>{title}</h2>
        {children}
      </div>
    </aside>
  );
}

/** Details of a row without leaving the list: 480 px at the right, nothing covered by a mask; a sheet on phones. */
export function PeekPanel({ open, ...props }: PeekPanelProps): ReactElement | null {
  const t = useMessages(overlayTexts);
  const phone = usePhone();
  const { onClose, onOpenFull, onStep, code, title, actions, children } = props;
  useShortcut({ keys: "esc", label: t.close, enabled: open && !phone, run: onClose });
  useShortcut({
    keys: "mod+enter",
    label: t.open,
    enabled: open && onOpenFull !== undefined,
    run: () => onOpenFull?.(),
  });
  useShortcut({ keys: "j", label: t.next, enabled: open && onStep !== undefined, run: () => onStep?.(1) });
  useShortcut({ keys: "k", label: t.previous, enabled: open && onStep !== undefined, run: () => onStep?.(-1) });
  if (!open) return null;
  if (!phone) return <SidePanel {...props} />;
  return (
    <Sheet
      open
      onClose={onClose}
      title={code}
      actions={
        <>
          {actions}
          {onOpenFull && <OpenButton onOpen={onOpenFull} />}
        </>
      }
    >
      <h2 className="yt-peek-sheet-title">{title}</h2>
      {children}
    </Sheet>
  );
}

/** Two columns of names and values, for the attributes of a thing. */
export const Facts = ({
  items,
}: {
  readonly items: readonly { readonly key: string; readonly label: string; readonly value: ReactNode }[];
}): ReactElement => (
  <dl className="yt-facts">
    {items.map((item) => (
      <div key={item.key}>
        <dt>{item.label}</dt>
        <dd>{item.value}</dd>
      </div>
    ))}
  </dl>
);
