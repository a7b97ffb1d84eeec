import { useMessages } from "@yutu/i18n";
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from "react";
import { isComposingKey } from "../keyboard/chord.ts";
import { placeBeside } from "../menu/place-beside.ts";
import type { CellChoice } from "./grid-types.ts";
import { gridTexts } from "./messages.ts";

interface ChoiceEditorProps {
  readonly choices: readonly CellChoice[];
  /** What holds now. */
  readonly value: string;
  readonly column: string;
  /** `down` after Enter, `none` after a click. */
  readonly onDone: (value: string, then: "down" | "none") => void;
  readonly onCancel: () => void;
}

/** Holds a list in the top layer below its field, also while the grid behind it scrolls. */
function usePlace() {
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = (): void => {
      if (list.current && field.current) placeBeside(list.current, field.current, "bottom", "start");
    };
    list.current?.showPopover();
    place();
    window.addEventListener("scroll", place, true);
    return () => window.removeEventListener("scroll", place, true);
  }, []);
  return { field, list };
}

/** The option in use, brought into sight. */
function useActive(first: number) {
  const [active, setActive] = useState(first);
  const option = useRef<HTMLDivElement>(null);
  useEffect(() => {
    option.current?.scrollIntoView({ block: "nearest" });
  });
  return { active, setActive, option };
}

/** Picks one of some values in a cell: typing narrows the list, arrows walk it, Enter or a click picks. */
export function ChoiceEditor({ choices, value, column, onDone, onCancel }: ChoiceEditorProps): ReactElement {
  const t = useMessages(gridTexts);
  const id = useId();
  const { field, list } = usePlace();
  const now = choices.findIndex((choice) => choice.value === value);
  const { active, setActive, option } = useActive(Math.max(0, now));
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposingKey(event.nativeEvent) || event.key === "Tab") return;
    const choice = shown[active];
    if (event.key === "ArrowDown") setActive(Math.min(shown.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Escape") onCancel();
    else if (event.key === "Enter" && choice) onDone(choice.value, "down");
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        ref={field}
        type="text"
        role="combobox"
        className="yt-grid-editor"
        aria-label={t.edit({ column })}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={shown[active] ? `${id}-${active}` : undefined}
        placeholder={choices[now]?.label}
        value={text}
        autoFocus
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={onCancel}
      />
      <div ref={list} id={id} popover="manual" role="listbox" aria-label={column} className="yt-menu yt-grid-choices">
        {shown.map((choice, index) => (
          <div
            key={choice.value}
            ref={index === active ? option : undefined}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            data-current={choice.value === value}
            className="yt-menu-row"
            // the field keeps the focus until the choice is made
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setActive(index)}
            onClick={(event) => {
              event.stopPropagation();
              onDone(choice.value, "none");
            }}
          >
            {choice.mark}
            <span className="yt-menu-label yt-ellipsis">{choice.label}</span>
          </div>
        ))}
        {shown.length === 0 && <p className="yt-menu-title">{t.nothing}</p>}
      </div>
    </>
  );
}
