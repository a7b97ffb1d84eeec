import { useMessages } from "@yutu/i18n";
import { type KeyboardEvent, type ReactElement, useRef, useState } from "react";
import { isComposingKey } from "../keyboard/chord.ts";
import { ChoiceEditor } from "./choice-editor.tsx";
import type { CellEdit } from "./grid-types.ts";
import { gridTexts } from "./messages.ts";

interface CellEditorProps<Row> {
  readonly edit: CellEdit<Row>;
  readonly row: Row;
  readonly column: string;
  /** `down` after Enter, `none` after leaving the field. */
  readonly onDone: (text: string, then: "down" | "none") => void;
  readonly onCancel: () => void;
}

/** The field over a cell. Enter keeps, Escape drops, leaving keeps; Enter that accepts pinyin does neither. */
export function CellEditor<Row>({ edit, row, column, onDone, onCancel }: CellEditorProps<Row>): ReactElement {
  const t = useMessages(gridTexts);
  const [text, setText] = useState(() => edit.value(row));
  const ended = useRef(false);
  const end = (act: () => void): void => {
    if (ended.current) return;
    ended.current = true;
    act();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (isComposingKey(event.nativeEvent)) return;
    if (event.key === "Enter") end(() => onDone(text, "down"));
    else if (event.key === "Escape") end(onCancel);
    else return;
    event.preventDefault();
  };
  if (edit.kind === "choice") {
    return (
      <ChoiceEditor
        choices={edit.options ?? []}
        value={text}
        column={column}
        onDone={(value, then) => end(() => onDone(value, then))}
        onCancel={() => end(onCancel)}
      />
    );
  }
  return (
    <input
      className="yt-grid-editor"
      aria-label={t.edit({ column })}
      value={text}
      autoFocus
      onBlur={() => end(() => onDone(text, "none"))}
      onKeyDown={onKeyDown}
      type={edit.kind === "date" ? "date" : "text"}
      inputMode={edit.kind === "number" ? "decimal" : undefined}
      onFocus={(event) => edit.kind !== "date" && event.target.select()}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
