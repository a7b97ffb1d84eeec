import { useFormat, useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { MoreIcon } from "../icons/icons.tsx";
import { MemberAvatar, type Person } from "../members/member-avatar.tsx";
import { ActionMenu, type MenuAction } from "../menu/action-menu.tsx";
import "./comment-list.css";
import { splitMentions } from "./mention.ts";
import { commentTexts } from "./messages.ts";

export interface CommentEntry {
  readonly id: string;
  readonly person: Person;
  /** ISO 8601. */
  readonly at: string;
  readonly text: string;
  readonly mentions: readonly Person[];
  readonly edited?: boolean;
  /** What this person may do with it: edit, delete. */
  readonly actions?: readonly MenuAction[];
}

function Entry({ entry }: { readonly entry: CommentEntry }): ReactElement {
  const t = useMessages(commentTexts);
  const format = useFormat();
  return (
    <li className="yt-comment">
      <MemberAvatar person={entry.person} size={26} />
      <div className="yt-comment-body">
        <div className="yt-comment-head">
          <strong>{entry.person.name}</strong>
          <time dateTime={entry.at} title={format.dateTime(entry.at)}>
            {format.relative(entry.at)}
          </time>
          {entry.edited === true && <span>{t.edited}</span>}
          {entry.actions && entry.actions.length > 0 && (
            <ActionMenu
              label={t.actions({ name: entry.person.name })}
              groups={[{ key: "actions", actions: entry.actions }]}
              align="end"
            >
              <MoreIcon strokeWidth={1.8} />
            </ActionMenu>
          )}
        </div>
        <p className="yt-prose">
          {splitMentions(entry.text, entry.mentions).map((part, index) => (
            // parts of one text never move
            <span key={`${index}-${part.text}`} className={part.person ? "yt-comment-mention" : undefined}>
              {part.text}
            </span>
          ))}
        </p>
      </div>
    </li>
  );
}

/** What was said, oldest first. */
export function CommentList({ entries }: { readonly entries: readonly CommentEntry[] }): ReactElement {
  const t = useMessages(commentTexts);
  if (entries.length === 0) return <p className="yt-comments-empty">{t.empty}</p>;
  return (
    <ul className="yt-comments" aria-label={t.comments}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ul>
  );
}
