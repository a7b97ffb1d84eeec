import { useFormat, useMessages } from "@yutu/i18n";
import { MemberAvatar, usePagedOperation } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { tasks } from "../../contract/index.ts";
import "./day.css";
import { dayTexts } from "./messages.ts";

/** Where the person was asked for and nothing is settled. */
export function Mentions({ onOpen }: { readonly onOpen: (taskId: string) => void }): ReactElement {
  const t = useMessages(dayTexts);
  const format = useFormat();
  const list = usePagedOperation(tasks.listMentions, { query: { limit: 10 } });
  return (
    <section aria-label={t.mentions}>
      <h2>
        {t.mentions} {list.items.length > 0 && <span className="yt-figures">{list.items.length}</span>}
      </h2>
      {!list.loading && list.items.length === 0 && <p className="tk-quiet">{t.noMentions}</p>}
      <ul>
        {list.items.map((mention) => (
          <li key={mention.commentId}>
            <button type="button" className="yt-plain tk-mention" onClick={() => onOpen(mention.taskId)}>
              <MemberAvatar person={{ id: mention.author.memberId, name: mention.author.memberName }} size={26} />
              <span className="tk-mention-words">
                <span className="tk-mention-text yt-prose">{mention.excerpt}</span>
                <small className="yt-ellipsis">
                  {mention.author.memberName} {t.inTask({ title: mention.title })} ·{" "}
                  {format.relative(mention.createdAt)}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {list.hasMore && (
        <Button size="small" type="text" onClick={list.loadMore}>
          {t.more}
        </Button>
      )}
    </section>
  );
}
