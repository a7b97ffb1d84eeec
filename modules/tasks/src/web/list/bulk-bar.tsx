import { useMessages } from "@yutu/i18n";
import { TrashIcon } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { taskTexts } from "../messages.ts";
import type { PickKind } from "../pick/task-picks.tsx";
import "./list.css";
import { listTexts } from "./messages.ts";

interface Props {
  readonly count: number;
  readonly kinds: readonly PickKind[];
  readonly onPick: (kind: PickKind) => void;
  readonly onDelete: () => void;
  readonly onClear: () => void;
}

/** What can be done to the ticked tasks. */
export function BulkBar({ count, kinds, onPick, onDelete, onClear }: Props): ReactElement {
  const t = useMessages(listTexts);
  const words = useMessages(taskTexts);
  return (
    <div className="tk-bulk" role="toolbar" aria-label={t.actions}>
      <strong className="yt-figures">{t.selected({ count })}</strong>
      {kinds.map((kind) => (
        <Button key={kind} size="small" onClick={() => onPick(kind)}>
          {t.pick[kind]}
        </Button>
      ))}
      <Button size="small" danger icon={<TrashIcon />} onClick={onDelete}>
        {words.remove}
      </Button>
      <Button size="small" type="text" onClick={onClear}>
        {t.clear}
      </Button>
    </div>
  );
}
