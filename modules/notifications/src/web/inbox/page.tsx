import { useFormat, useMessages } from "@yutu/i18n";
import { useToday } from "@yutu/projects/web";
import {
  EmptyState,
  MoreButton,
  PageHeader,
  ProblemNotice,
  Skeleton,
  useActor,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useState } from "react";
import { z } from "zod";
import { inboxTexts } from "../messages.ts";
import "./inbox.css";
import { byDay, type DayOfNotices } from "./notice.ts";
import { NoticeRow } from "./notice-row.tsx";
import { type Show, useInbox } from "./use-inbox.ts";

const SHOWS = ["all", "unread", "actionable"] as const;
const inboxState = z.object({ show: z.enum(SHOWS).default("all") });

type Inbox = ReturnType<typeof useInbox>;

/** J and K walk, Enter opens, E puts away; gives the message that is walked to. */
function useWalk({ items, open, archive }: Inbox): string | undefined {
  const t = useMessages(inboxTexts);
  const [currentId, setCurrentId] = useState<string>();
  const at = items.findIndex((each) => each.id === currentId);
  const current = items[at];
  const walk = (to: number): void => setCurrentId(items[Math.max(0, Math.min(items.length - 1, to))]?.id);
  useShortcut({ keys: "j", label: t.next, run: () => walk(at + 1) });
  useShortcut({ keys: "k", label: t.previous, run: () => walk(at - 1) });
  useShortcut({ keys: "o", label: t.open, enabled: current !== undefined, run: () => current && open(current) });
  useShortcut({
    keys: "e",
    label: t.archive,
    enabled: current !== undefined,
    run: () => {
      if (!current) return;
      archive(current);
      setCurrentId((items[at + 1] ?? items[at - 1])?.id);
    },
  });
  return currentId;
}

function Day({
  day,
  inbox,
  currentId,
}: {
  readonly day: DayOfNotices;
  readonly inbox: Inbox;
  readonly currentId: string | undefined;
}): ReactElement {
  const t = useMessages(inboxTexts);
  const format = useFormat();
  const title = day.which === "earlier" ? format.longDay(day.day) : t[day.which];
  return (
    <section className="nt-day" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {day.notices.map((notice) => (
          <NoticeRow
            key={notice.id}
            notice={notice}
            current={notice.id === currentId}
            onOpen={() => void inbox.markRead(notice)}
            onArchive={() => inbox.archive(notice)}
          />
        ))}
      </ul>
    </section>
  );
}

const EMPTY: Readonly<Record<Show, "empty" | "emptyUnread" | "emptyActionable">> = {
  all: "empty",
  unread: "emptyUnread",
  actionable: "emptyActionable",
};

/** What concerns this person, newest first. */
export default function InboxPage(): ReactElement {
  const t = useMessages(inboxTexts);
  const today = useToday();
  const { timeZone = "Asia/Shanghai" } = useActor();
  const [{ show }, setState] = useUrlState(inboxState);
  const inbox = useInbox(show);
  const currentId = useWalk(inbox);
  const unread = inbox.items.some((each) => !each.read);
  return (
    <>
      <PageHeader
        title={t.title}
        action={
          <Button disabled={!unread} onClick={() => void inbox.markAll()}>
            {t.markAll}
          </Button>
        }
      />
      <div className="nt-bar">
        <Segmented
          size="small"
          aria-label={t.show}
          value={show}
          options={SHOWS.map((value) => ({ value, label: t.shows[value] }))}
          onChange={(value) => setState({ show: value })}
        />
      </div>
      <ProblemNotice problem={inbox.problem} onRetry={() => void inbox.reload()} />
      {inbox.loading && <Skeleton columns={["28px", "1fr", "48px"]} rowPx={64} />}
      {!inbox.loading && !inbox.problem && inbox.items.length === 0 && <EmptyState text={t[EMPTY[show]]} />}
      {byDay(inbox.items, today, timeZone).map((day) => (
        <Day key={day.day} day={day} inbox={inbox} currentId={currentId} />
      ))}
      <MoreButton list={inbox} label={t.more} />
    </>
  );
}
