import { useMessages } from "@yutu/i18n";
import { AppLink, CloseIcon, useCommand, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { assets } from "../../contract/index.ts";
import { TaskPicker } from "../look/task-picker.tsx";
import { taskName } from "../look/task-port.ts";
import type { AssetDetails } from "../use-assets.ts";
import { peekTexts } from "./messages.ts";

interface RowProps {
  readonly taskId: string;
  readonly onUnlink: (() => void) | undefined;
}

function TaskRow({ taskId, onUnlink }: RowProps): ReactElement {
  const t = useMessages(peekTexts);
  const { data, problem } = useOperation(taskName, { params: { taskId } }, { live: ["task"] });
  const title = data?.title ?? (problem ? t.hiddenTask : "");
  return (
    <li>
      {data ? (
        <AppLink to={`/tasks/${taskId}`} className="yt-ellipsis">
          {title}
        </AppLink>
      ) : (
        <span className="as-quiet">{title}</span>
      )}
      {onUnlink && (
        <button type="button" className="yt-plain yt-icon-button" aria-label={t.unlink({ title })} onClick={onUnlink}>
          <CloseIcon />
        </button>
      )}
    </li>
  );
}

/** The tasks that make or use the asset. */
export function LinkedTasks({ asset }: { readonly asset: AssetDetails }): ReactElement {
  const t = useMessages(peekTexts);
  const link = useCommand(assets.linkTask, { changes: ["tasks"] });
  const set = (taskId: string, linked: boolean): void =>
    void link.run({ params: { assetId: asset.id, taskId }, body: { linked } });
  const may = asset.abilities.edit;
  return (
    <section className="as-part" aria-label={t.tasks}>
      <header>
        <h3>{t.tasks}</h3>
      </header>
      {asset.taskIds.length === 0 && <p className="as-quiet">{t.noTasks}</p>}
      <ul className="as-tasks">
        {asset.taskIds.map((taskId) => (
          <TaskRow key={taskId} taskId={taskId} onUnlink={may ? () => set(taskId, false) : undefined} />
        ))}
      </ul>
      {may && <TaskPicker value={[]} onChange={(ids) => ids.forEach((taskId) => set(taskId, true))} />}
    </section>
  );
}
