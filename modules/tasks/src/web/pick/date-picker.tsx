import { useMessages } from "@yutu/i18n";
import { Dialog } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { listTexts } from "../list/messages.ts";
import { taskTexts } from "../messages.ts";
import "./picker.css";

interface Props {
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly onPick: (dates: { readonly startDate?: string | null; readonly dueDate?: string | null }) => void;
  readonly onClose: () => void;
}

/** Sets beginning and end; only what was changed is sent, so that the other end can follow the working calendar. */
export function DatePicker({ startDate, dueDate, onPick, onClose }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const words = useMessages(listTexts);
  const [start, setStart] = useState(startDate ?? "");
  const [due, setDue] = useState(dueDate ?? "");
  const save = (): void => {
    const changed = {
      ...(start === (startDate ?? "") ? {} : { startDate: start || null }),
      ...(due === (dueDate ?? "") ? {} : { dueDate: due || null }),
    };
    onClose();
    if (Object.keys(changed).length > 0) onPick(changed);
  };
  return (
    <Dialog open title={words.pick.dates} onClose={onClose} widthPx={360}>
      <form
        className="tk-date-pick"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className="tk-date-field">
          <span>{t.field.start}</span>
          <input type="date" value={start} autoFocus onChange={(event) => setStart(event.target.value)} />
        </label>
        <label className="tk-date-field">
          <span>{t.field.due}</span>
          <input type="date" value={due} min={start} onChange={(event) => setDue(event.target.value)} />
        </label>
        <div className="tk-buttons">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="primary" htmlType="submit">
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
