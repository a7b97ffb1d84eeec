import { useMessages } from "@yutu/i18n";
import { Button } from "antd";
import type { ReactElement } from "react";
import { settingsTexts } from "./messages.ts";

interface Props {
  readonly submit?: string;
  readonly pending: boolean;
  readonly onCancel?: () => void;
}

/** End of a form: give up, and the one verb. */
export function FormButtons({ submit, pending, onCancel }: Props): ReactElement {
  const t = useMessages(settingsTexts);
  return (
    <div className="st-buttons">
      {onCancel && <Button onClick={onCancel}>{t.cancel}</Button>}
      <Button type="primary" htmlType="submit" loading={pending}>
        {submit ?? t.save}
      </Button>
    </div>
  );
}
