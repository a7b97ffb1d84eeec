import { InboxOutlined } from "@ant-design/icons";
import { useFormat, useMessages } from "@yutu/i18n";
import { AppLink, MemberAvatar } from "@yutu/ui";
import { type ReactElement, useEffect, useRef } from "react";
import { inboxTexts } from "../messages.ts";
import { type Notice, placeOf } from "./notice.ts";
import { useNoticeWords } from "./use-notice-words.ts";

interface Props {
  readonly notice: Notice;
  readonly current: boolean;
  readonly onOpen: () => void;
  readonly onArchive: () => void;
}

/** One message: who, what, about which thing; the whole row leads there. */
export function NoticeRow({ notice, current, onOpen, onArchive }: Props): ReactElement {
  const t = useMessages(inboxTexts);
  const format = useFormat();
  const { headline, excerpt } = useNoticeWords()(notice);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const who = notice.actorName ?? t.system;
  return (
    <li ref={row} className="nt-row" data-unread={!notice.read} data-current={current}>
      <span className="nt-dot">{!notice.read && <span className="yt-hidden">{t.unread}</span>}</span>
      <MemberAvatar person={{ id: who, name: who }} size={28} />
      <AppLink {...placeOf(notice)} className="nt-words" onClick={onOpen}>
        <span className="nt-headline">{headline}</span>
        <strong className="yt-ellipsis">{notice.title}</strong>
        {excerpt !== "" && <span className="nt-excerpt yt-ellipsis">{excerpt}</span>}
      </AppLink>
      <time className="nt-time yt-figures" dateTime={notice.createdAt} title={format.dateTime(notice.createdAt)}>
        {format.time(notice.createdAt)}
      </time>
      <button
        type="button"
        className="yt-plain yt-icon-button nt-archive"
        aria-label={t.archiveOf({ title: notice.title })}
        title={t.archive}
        onClick={onArchive}
      >
        <InboxOutlined />
      </button>
    </li>
  );
}
