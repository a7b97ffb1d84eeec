import { type ReactElement, type ReactNode, useCallback, useId, useRef, useState } from "react";
import { placeBeside } from "../menu/place-beside.ts";
import "./popover.css";

export interface PopoverProps {
  /** Name of the panel for those who do not see it. */
  readonly label: string;
  /** Looks of the button that opens it. */
  readonly button: ReactNode;
  readonly buttonClass?: string;
  readonly buttonLabel?: string;
  readonly align?: "start" | "end";
  /** Drawn only while open. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button with a panel of controls in the top layer; Escape or a click beside it closes. */
export function Popover({
  label,
  button,
  buttonClass,
  buttonLabel,
  align = "start",
  children,
}: PopoverProps): ReactElement {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = useCallback((): void => {
    document.getElementById(id)?.hidePopover(); // gives the focus back to the button by itself
  }, [id]);
  return (
    <>
      <button
        ref={opener}
        type="button"
        className={`yt-plain ${buttonClass ?? ""}`}
        aria-label={buttonLabel}
        aria-expanded={open}
        aria-haspopup="dialog"
        popoverTarget={id}
      >
        {button}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="yt-popover"
        onBeforeToggle={(event) => setOpen(event.newState === "open")}
        onToggle={(event) => {
          if (event.newState !== "open" || !panel.current || !opener.current) return;
          placeBeside(panel.current, opener.current, "bottom", align);
          panel.current.querySelector<HTMLElement>("input, button, [tabindex]")?.focus();
        }}
      >
        {open && children(close)}
      </div>
    </>
  );
}
