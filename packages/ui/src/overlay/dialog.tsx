import { Modal } from "antd";
import type { ReactElement, ReactNode } from "react";
import { usePhone } from "../theme/use-media.ts";
import { Sheet } from "./sheet.tsx";

export interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  /** Default 480. */
  readonly widthPx?: number;
  readonly children: ReactNode;
}

/** A short form over the page; a sheet on phones. Brings no buttons of its own. */
export function Dialog({ open, title, onClose, widthPx = 480, children }: DialogProps): ReactElement {
  const phone = usePhone();
  if (phone) {
    return (
      <Sheet open={open} onClose={onClose} title={title}>
        {children}
      </Sheet>
    );
  }
  return (
    <Modal open={open} title={title} footer={null} width={widthPx} onCancel={onClose} destroyOnHidden>
      {children}
    </Modal>
  );
}
