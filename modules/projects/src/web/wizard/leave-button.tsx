import { useMessages } from "@yutu/i18n";
import { ConfirmPreview } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { wizardTexts } from "./messages.ts";

interface Props {
  /** Whether there is something to lose, so that it is asked first. */
  readonly filled: boolean;
  readonly onLeave: () => void;
}

/** Leaves the guided start without a project. */
export function LeaveButton({ filled, onLeave }: Props): ReactElement {
  const t = useMessages(wizardTexts);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button type="text" onClick={() => (filled ? setAsking(true) : onLeave())}>
        {t.leave}
      </Button>
      <ConfirmPreview
        open={asking}
        title={t.leaveTitle}
        text={t.leaveText}
        confirm={t.leave}
        danger
        onConfirm={onLeave}
        onCancel={() => setAsking(false)}
      />
    </>
  );
}
