import { useMessages } from "@yutu/i18n";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { CheckIcon } from "../icons/icons.tsx";
import "./choice-list.css";
import { type ChoiceFilter, toggled } from "./filter.ts";
import { filterTexts } from "./messages.ts";

/** From this many options on there is a field to find one. */
const SEARCH_FROM = 8;

interface ChoiceListProps {
  readonly filter: ChoiceFilter;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly onDone: () => void;
}

/** Options to pick; arrows walk, Space or Enter picks. */
export function ChoiceList({ filter, values, onChange, onDone }: ChoiceListProps): ReactElement {
  const t = useMessages(filterTexts);
  const [text, setText] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const wanted = text.trim().toLowerCase();
  const shown = filter.options.filter((option) => option.label.toLowerCase().includes(wanted));
  const walk = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const all = [...(box.current?.querySelectorAll<HTMLElement>("input, button") ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    all.at((at + step) % all.length)?.focus();
  };
  return (
    <div ref={box} className="yt-choices" onKeyDown={walk}>
      {filter.options.length >= SEARCH_FROM && (
        <input
          type="search"
          className="yt-choices-search"
          value={text}
          placeholder={t.search}
          aria-label={t.search}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div role="group" aria-label={filter.label}>
        {shown.map((option) => {
          const on = values.includes(option.value);
          return (
            <button
              key={option.value}
              type="button"
              role={filter.single ? "radio" : "checkbox"}
              aria-checked={on}
              className="yt-plain yt-choice"
              onClick={() => {
                onChange(toggled(values, option.value, filter.single ?? false));
                if (filter.single) onDone();
              }}
            >
              <span className="yt-choice-box" data-on={on} aria-hidden="true">
                {on && <CheckIcon width={12} height={12} strokeWidth={2} />}
              </span>
              {option.mark}
              <span className="yt-ellipsis">{option.label}</span>
            </button>
          );
        })}
      </div>
      {shown.length === 0 && <p className="yt-choices-empty">{t.nothing}</p>}
    </div>
  );
}
