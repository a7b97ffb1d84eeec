import { Sheet, usePhone } from "@yutu/ui";
import { Modal } from "antd";
import type { ReactElement, ReactNode } from "react";

interface DialogProps {
  readonly title: string;
  readonly widthPx?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog; on phones the same rises as a sheet. */
export function Dialog({ title, widthPx = 460, onClose, children }: DialogProps): ReactElement {
  const phone = usePhone();
  if (phone)
    return (
      <Sheet open title={title} onClose={onClose}>
        {children}
      </Sheet>
    );
  return (
    <Modal open title={title} footer={null} width={widthPx} onCancel={onClose} destroyOnHidden>
      {children}
    </Modal>
  );
}
