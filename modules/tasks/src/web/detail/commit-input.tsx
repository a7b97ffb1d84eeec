import { isComposingKey } from "@yutu/ui";
import { type ReactElement, useRef, useState } from "react";
import "./detail.css";

interface Props {
  readonly type: "text" | "date" | "number";
  readonly label: string;
  readonly value: string;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly className?: string;
  /** A narrow field, for two or three digits. */
  readonly short?: boolean;
  /** The new text, once the person is done with it; never the old one. */
  readonly onCommit: (text: string) => void;
  readonly onLeave?: () => void;
}

/** A field that saves when it is left or Enter is pressed, and takes back on Escape. */
export function CommitInput(props: Props): ReactElement {
  const { type, label, value, onCommit, onLeave } = props;
  const [edit, setEdit] = useState({ from: value, text: value });
  const dropped = useRef(false);
  // A value that changed elsewhere wins over what was typed on the old one.
  const text = edit.from === value ? edit.text : value;
  const setText = (next: string): void => setEdit({ from: value, text: next });
  const commit = (): void => {
    if (!dropped.current && text !== value) onCommit(text);
    dropped.current = false;
    onLeave?.();
  };
  return (
    <input
      type={type}
      className={props.className ?? "tk-input"}
      data-short={props.short}
      aria-label={label}
      value={text}
      disabled={props.disabled}
      placeholder={props.placeholder}
      maxLength={props.maxLength}
      autoFocus={props.autoFocus}
      min={type === "number" ? 0 : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (isComposingKey(event.nativeEvent)) return;
        if (event.key !== "Enter" && event.key !== "Escape") return;
        if (event.key === "Escape") {
          dropped.current = true;
          setText(value);
        }
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.blur();
      }}
    />
  );
}
