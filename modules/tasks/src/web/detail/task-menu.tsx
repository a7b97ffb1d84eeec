import { useMessages } from "@yutu/i18n";
import { ActionMenu, MoreIcon, toast, useActor } from "@yutu/ui";
import type { ReactElement } from "react";
import type { Task } from "../task-row.ts";
import { useTaskChanges } from "../use-task-changes.ts";
import { detailTexts } from "./messages.ts";
import type { ChangeTask } from "./use-task.ts";

interface Props {
  readonly task: Task;
  readonly change: ChangeTask;
  readonly onRename: () => void;
  readonly onGone: () => void;
}

/** The rarer things to do with a task. */
export function TaskMenu({ task, change, onRename, onGone }: Props): ReactElement {
  const t = useMessages(detailTexts);
  const { member } = useActor();
  const { remove } = useTaskChanges();
  const watching = task.watchers.some((w) => w.memberId === member.id);
  const others = task.watchers.map((w) => w.memberId).filter((id) => id !== member.id);
  const { edit } = task.abilities;
  const copy = (): void =>
    void navigator.clipboard.writeText(`${location.origin}/tasks/${task.id}`).then(() => toast.done(t.copied));
  return (
    <ActionMenu
      label={t.more}
      align="end"
      groups={[
        {
          key: "own",
          actions: [
            ...(edit ? [{ key: "rename", label: t.rename, hint: "E", run: onRename }] : []),
            ...(edit
              ? [
                  {
                    key: "watch",
                    label: watching ? t.unwatch : t.watch,
                    run: () => void change({ watcherIds: watching ? others : [...others, member.id] }),
                  },
                ]
              : []),
            { key: "copy", label: t.copyLink, run: copy },
          ],
        },
        {
          key: "danger",
          actions: edit
            ? [
                {
                  key: "delete",
                  label: t.delete,
                  danger: true,
                  run: () => void remove([task]).then((gone) => gone && onGone()),
                },
              ]
            : [],
        },
      ]}
    >
      <MoreIcon strokeWidth={1.8} />
    </ActionMenu>
  );
}
