import type { ProblemBody } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { Button, Modal } from "antd";
import type { ReactElement, ReactNode } from "react";
import { Sheet } from "../overlay/sheet.tsx";
import { ProblemNotice } from "../problem/problem-notice.tsx";
import { usePhone } from "../theme/use-media.ts";
import "./confirm-preview.css";
import { confirmTexts } from "./messages.ts";

export interface PreviewLine {
  readonly key: string;
  readonly label: ReactNode;
  /** Absent: it comes into being. */
  readonly before?: ReactNode;
  /** Absent: it goes. */
  readonly after?: ReactNode;
}

export interface ConfirmPreviewProps {
  readonly open: boolean;
  readonly title: string;
  /** One sentence on what happens and whether it can be taken back. */
  readonly text?: ReactNode;
  /** What will change, one line each. */
  readonly lines?: readonly PreviewLine[];
  /** A verb: 提交, 删除, 发布. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly pending?: boolean;
  readonly problem?: ProblemBody | undefined;
  /** More to fill in before confirming, e.g. a reason. */
  readonly children?: ReactNode;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

function Lines({ lines }: { readonly lines: readonly PreviewLine[] }): ReactElement {
  const t = useMessages(confirmTexts);
  return (
    <div className="yt-preview-scroll" role="region" aria-label={t.changes} tabIndex={0}>
      <table className="yt-preview yt-figures">
        <thead>
          <tr>
            <th scope="col">{t.item}</th>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.after}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.label}</th>
              <td>{line.before ?? t.none}</td>
              <td>{line.after ?? t.none}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Shows what an action will change before it is done; a sheet on phones. */
export function ConfirmPreview(props: ConfirmPreviewProps): ReactElement {
  const t = useMessages(confirmTexts);
  const phone = usePhone();
  const { open, title, text, lines = [], danger = false, pending = false, onConfirm, onCancel } = props;
  const content = (
    <div className="yt-confirm">
      {text !== undefined && <p>{text}</p>}
      {lines.length > 0 && <Lines lines={lines} />}
      {props.children}
      <ProblemNotice problem={props.problem} />
    </div>
  );
  const buttons = (
    <div className="yt-confirm-buttons">
      <Button onClick={onCancel}>{t.cancel}</Button>
      <Button type="primary" danger={danger} loading={pending} onClick={onConfirm}>
        {props.confirm}
      </Button>
    </div>
  );
  if (phone) {
    return (
      <Sheet open={open} onClose={onCancel} title={title}>
        {content}
        {buttons}
      </Sheet>
    );
  }
  return (
    <Modal open={open} onCancel={onCancel} title={title} footer={buttons} destroyOnHidden>
      {content}
    </Modal>
  );
}
