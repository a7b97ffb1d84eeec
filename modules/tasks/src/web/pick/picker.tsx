import { useMessages } from "@yutu/i18n";
import { Dialog, isComposingKey } from "@yutu/ui";
import { type KeyboardEvent, type ReactElement, type ReactNode, useState } from "react";
import { listTexts } from "../list/messages.ts";
import "./picker.css";

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly mark?: ReactNode;
}

interface Props {
  readonly title: string;
  readonly choices: readonly Choice[];
  /** What holds now. */
  readonly current?: string | undefined;
  readonly onPick: (value: string) => void;
  readonly onClose: () => void;
}

function Choices({ title, choices, current, onPick, onClose }: Props): ReactElement {
  const t = useMessages(listTexts);
  const [text, setText] = useState("");
  const [active, setActive] = useState(() =>
    Math.max(
      0,
      choices.findIndex((c) => c.value === current),
    ),
  );
  const wanted = text.trim().toLowerCase();
  const shown = choices.filter((choice) => choice.label.toLowerCase().includes(wanted));
  const pick = (value: string): void => {
    onClose();
    onPick(value);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposingKey(event.nativeEvent)) return;
    const at = shown[active];
    if (event.key === "ArrowDown") setActive(Math.min(shown.length - 1, active + 1));
    else if (event.key === "ArrowUp") setActive(Math.max(0, active - 1));
    else if (event.key === "Enter" && at) pick(at.value);
    else return;
    event.preventDefault();
  };
  return (
    <div className="tk-picker">
      <input
        // The dialog was opened to type or choose here.
        autoFocus
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls="tk-picker-list"
        aria-activedescendant={shown[active] ? `tk-pick-${active}` : undefined}
        aria-label={title}
        placeholder={t.filterPick}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="tk-picker-list" role="listbox" aria-label={title}>
        {shown.map((choice, index) => (
          <div
            key={choice.value}
            id={`tk-pick-${index}`}
            role="option"
            aria-selected={index === active}
            data-current={choice.value === current}
            className="tk-picker-row"
            onMouseEnter={() => setActive(index)}
            onClick={() => pick(choice.value)}
          >
            {choice.mark ?? choice.label}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="tk-quiet">{t.nothingFound}</p>}
    </div>
  );
}

/** Picks one of some values by keys or mouse. */
export const Picker = (props: Props): ReactElement => (
  <Dialog open title={props.title} onClose={props.onClose} widthPx={360}>
    <Choices {...props} />
  </Dialog>
);
