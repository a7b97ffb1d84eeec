import { Button } from "antd";
import type { ReactElement } from "react";
import "./dialog-buttons.css";

interface Props {
  readonly cancel: string;
  readonly confirm: string;
  readonly pending: boolean;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** The two ways out of a dialog. */
export const DialogButtons = ({
  cancel,
  confirm,
  pending,
  danger = false,
  disabled = false,
  onCancel,
  onConfirm,
}: Props): ReactElement => (
  <div className="pj-dialog-buttons">
    <Button onClick={onCancel}>{cancel}</Button>
    <Button type="primary" danger={danger} disabled={disabled} loading={pending} onClick={onConfirm}>
      {confirm}
    </Button>
  </div>
);
