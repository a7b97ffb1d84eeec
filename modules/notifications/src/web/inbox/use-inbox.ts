import { useMessages } from "@yutu/i18n";
import { toast, useCommand, useGo, usePagedOperation } from "@yutu/ui";
import { useCallback, useMemo, useState } from "react";
import { notifications } from "../../contract/index.ts";
import { inboxTexts } from "../messages.ts";
import { type Notice, placeOf } from "./notice.ts";

export type Show = "all" | "unread" | "actionable";

/** Ids changed here at once, before the server's next answer says the same. */
function useIdSet() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const put = useCallback((changed: readonly string[], on: boolean) => {
    setIds((before) => {
      const next = new Set(before);
      for (const id of changed) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return next;
    });
  }, []);
  return [ids, put] as const;
}

/** The messages and what can be done with them; changes show at once and are taken back when refused. */
export function useInbox(show: Show) {
  const t = useMessages(inboxTexts);
  const go = useGo();
  const list = usePagedOperation(notifications.listNotifications, { query: { show } }, { live: ["inbox"] });
  const [readIds, putRead] = useIdSet();
  const [goneIds, putGone] = useIdSet();
  const read = useCommand(notifications.markRead);
  const archiveCommand = useCommand(notifications.archiveNotification);
  const items = useMemo(
    () => list.items.filter((n) => !goneIds.has(n.id)).map((n) => (readIds.has(n.id) ? { ...n, read: true } : n)),
    [list.items, goneIds, readIds],
  );
  const markRead = async ({ id, read: already }: Notice): Promise<void> => {
    if (already) return;
    putRead([id], true);
    if (!(await read.run({ body: { ids: [id] } })).ok) putRead([id], false);
  };
  const archive = async ({ id }: Notice, archived: boolean): Promise<void> => {
    putGone([id], archived);
    const result = await archiveCommand.run({ params: { notificationId: id }, body: { archived } });
    if (!result.ok) putGone([id], !archived);
  };
  return {
    ...list,
    items,
    markRead,
    markAll: async (): Promise<void> => {
      const result = await read.run({ body: {} });
      if (result.ok) toast.done(t.marked({ count: result.value.changed }));
    },
    archive: (notice: Notice): void => {
      void archive(notice, true);
      toast.done(t.archived, { undo: () => void archive(notice, false) });
    },
    open: (notice: Notice): void => {
      void markRead(notice);
      const { to, search } = placeOf(notice);
      go(to, { search });
    },
  };
}
