import { useMessages } from "@yutu/i18n";
import { Dialog } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { taskTexts } from "../messages.ts";
import "../pick/picker.css";
import "./board.css";
import { boardTexts } from "./messages.ts";

interface Props {
  readonly column: string;
  readonly limit: number | undefined;
  readonly onSave: (limit: number | undefined) => void;
  readonly onClose: () => void;
}

/** How many cards a column should hold at most. */
export function LimitDialog({ column, limit, onSave, onClose }: Props): ReactElement {
  const t = useMessages(boardTexts);
  const words = useMessages(taskTexts);
  const [text, setText] = useState(limit === undefined ? "" : String(limit));
  return (
    <Dialog open title={t.limitOf({ column })} onClose={onClose} widthPx={340}>
      <form
        className="tk-limit-form"
        onSubmit={(event) => {
          event.preventDefault();
          const value = Math.round(Number(text));
          onSave(text === "" || !(value > 0) ? undefined : value);
          onClose();
        }}
      >
        <label className="tk-date-field">
          <span>{t.limitHint}</span>
          <input
            type="number"
            min={1}
            max={999}
            autoFocus
            aria-label={t.limit}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className="tk-buttons">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="primary" htmlType="submit">
            {words.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
