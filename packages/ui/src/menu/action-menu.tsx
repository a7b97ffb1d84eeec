import { type KeyboardEvent, type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import "./action-menu.css";
import { placeBeside, type Side } from "./place-beside.ts";

export interface MenuAction {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  /** At the end of the row: keys, a count. */
  readonly hint?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A choice among several shows which is on. */
  readonly checked?: boolean;
  readonly run: () => void;
}

export interface MenuGroup {
  readonly key: string;
  readonly title?: string;
  readonly actions: readonly MenuAction[];
}

export interface ActionMenuProps {
  /** Name of the button for those who do not see it. */
  readonly label: string;
  /** Looks of the button. */
  readonly children: ReactNode;
  readonly className?: string;
  readonly groups: readonly MenuGroup[];
  readonly side?: Side;
  readonly align?: "start" | "end";
}

const rows = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]:not([aria-disabled="true"])') ?? []),
];

function MenuRow({ action, close }: { readonly action: MenuAction; readonly close: () => void }): ReactElement {
  return (
    <button
      type="button"
      role={action.checked === undefined ? "menuitem" : "menuitemradio"}
      aria-checked={action.checked}
      aria-disabled={action.disabled}
      tabIndex={-1}
      className="yt-plain yt-menu-row"
      data-danger={action.danger}
      onClick={() => {
        if (action.disabled) return;
        close();
        action.run();
      }}
    >
      {action.icon !== undefined && <span className="yt-menu-icon">{action.icon}</span>}
      <span className="yt-menu-label">{action.label}</span>
      {action.hint !== undefined && <span className="yt-menu-hint">{action.hint}</span>}
      {action.checked === true && <span className="yt-menu-dot" aria-hidden="true" />}
    </button>
  );
}

/** A button that opens a menu: arrows, Home, End and first letters walk it; Escape closes. Opens in the top layer, so nothing clips it. */
export function ActionMenu({
  label,
  children,
  className,
  groups,
  side = "bottom",
  align = "start",
}: ActionMenuProps): ReactElement {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = (): void => {
    menu.current?.hidePopover();
    button.current?.focus();
  };
  const walk = (event: KeyboardEvent): void => {
    const all = rows(menu.current);
    const at = all.indexOf(document.activeElement as HTMLElement);
    const step: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 };
    const next = step[event.key];
    if (next === undefined) {
      if (event.key === "Tab") close();
      else if (/^\p{L}$/u.test(event.key)) {
        const after = [...all.slice(at + 1), ...all.slice(0, at + 1)];
        after.find((row) => row.textContent?.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
      }
      return;
    }
    event.preventDefault();
    all.at(next % all.length)?.focus();
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className ?? "yt-plain yt-icon-button"}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        popoverTarget={id}
      >
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        tabIndex={-1}
        className="yt-menu"
        onKeyDown={walk}
        onToggle={(event) => {
          const shown = event.newState === "open";
          setOpen(shown);
          if (!shown) return;
          if (button.current && menu.current) placeBeside(menu.current, button.current, side, align);
          rows(menu.current)[0]?.focus();
        }}
      >
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={group.title} className="yt-menu-group">
            {group.title !== undefined && (
              <div className="yt-menu-title" aria-hidden="true">
                {group.title}
              </div>
            )}
            {group.actions.map((action) => (
              <MenuRow key={action.key} action={action} close={close} />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
