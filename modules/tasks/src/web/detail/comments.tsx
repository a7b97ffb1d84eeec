import type { OperationOutput } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import {
  ActionMenu,
  CommentComposer,
  type CommentEntry,
  CommentList,
  hasDraft,
  type MenuAction,
  type NewComment,
  type Person,
  useCommand,
  useOperation,
} from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { withNames } from "../../domain/mention.ts";
import { SmileIcon } from "../look/icons.tsx";
import type { Task } from "../task-row.ts";
import { useMembers } from "../use-members.ts";
import { asTokens } from "./mention-tokens.ts";
import { detailTexts } from "./messages.ts";

type Comment = OperationOutput<typeof tasks.listComments>["comments"][number];

const asPerson = ({ memberId, memberName }: { memberId: string; memberName: string }): Person => ({
  id: memberId,
  name: memberName,
});

/** How a comment is sent: mentions by id, so that they stay right when somebody is renamed. */
const bodyOf = ({ text, mentions }: NewComment): string => asTokens(text, mentions);

function Reactions({ comment, allowed }: { readonly comment: Comment; readonly allowed: boolean }): ReactElement {
  const t = useMessages(detailTexts);
  const react = useCommand(tasks.reactToComment);
  const set = (emoji: string, on: boolean): void => {
    const known = tasks.REACTIONS.find((each) => each === emoji);
    if (known) void react.run({ params: { commentId: comment.id }, body: { emoji: known, on } });
  };
  return (
    <>
      {comment.reactions.map(({ emoji, people, mine }) => (
        <button
          key={emoji}
          type="button"
          className="yt-plain tk-reaction yt-figures"
          data-mine={mine}
          aria-pressed={mine}
          disabled={!allowed}
          aria-label={t.reacted({ emoji, count: people.length })}
          title={people.map((p) => p.memberName).join("、")}
          onClick={() => set(emoji, !mine)}
        >
          <span aria-hidden="true">{emoji}</span> {people.length}
        </button>
      ))}
      {allowed && (
        <ActionMenu
          label={t.react}
          className="yt-plain tk-text-button"
          groups={[
            {
              key: "emoji",
              actions: tasks.REACTIONS.map((emoji) => ({
                key: emoji,
                label: <span aria-label={t.reactWith({ emoji })}>{emoji}</span>,
                run: () => set(emoji, true),
              })),
            },
          ]}
        >
          <SmileIcon />
        </ActionMenu>
      )}
    </>
  );
}

interface EntryProps {
  readonly comment: Comment;
  readonly allowed: boolean;
  readonly people: readonly Person[];
  readonly children?: ReactElement | false;
}

/** One comment; its author may write it anew in place. */
function Entry({ comment, allowed, people, children }: EntryProps): ReactElement {
  const t = useMessages(detailTexts);
  const draftKey = `edit.${comment.id}`;
  const [editing, setEditing] = useState(() => hasDraft(draftKey));
  const update = useCommand(tasks.updateComment);
  const remove = useCommand(tasks.deleteComment);
  const params = { commentId: comment.id };
  const names = new Map(comment.mentions.map((m) => [m.memberId, m.memberName]));
  const text = comment.deleted ? t.removed : withNames(comment.body, (id) => names.get(id) ?? "");
  const actions: MenuAction[] = [
    ...(comment.abilities.edit ? [{ key: "edit", label: t.edit, run: () => setEditing(true) }] : []),
    ...(comment.abilities.remove
      ? [{ key: "remove", label: t.remove, danger: true, run: () => void remove.run({ params }) }]
      : []),
  ];
  const entry: CommentEntry = {
    id: comment.id,
    person: asPerson(comment.author),
    at: comment.createdAt,
    text,
    mentions: comment.mentions.map(asPerson),
    edited: comment.editedAt !== null,
    actions,
  };
  if (editing)
    return (
      <CommentComposer
        draftKey={draftKey}
        people={people}
        before={text}
        autoFocus={!hasDraft(draftKey)}
        onCancel={() => setEditing(false)}
        onSend={async (next) => {
          const saved = await update.run({ params, body: { body: bodyOf(next), expectedVersion: comment.version } });
          if (saved.ok) setEditing(false);
          return saved.ok;
        }}
      />
    );
  return (
    <>
      <CommentList entries={[entry]} />
      <div className="tk-thread-foot">
        {!comment.deleted && <Reactions comment={comment} allowed={allowed} />}
        {children}
      </div>
    </>
  );
}

interface ThreadProps {
  readonly root: Comment;
  readonly replies: readonly Comment[];
  readonly task: Task;
  readonly people: readonly Person[];
  readonly send: (comment: NewComment, parentId: string | null) => Promise<boolean>;
  readonly onTyping: (typing: boolean) => void;
}

function Thread({ root, replies, task, people, send, onTyping }: ThreadProps): ReactElement {
  const t = useMessages(detailTexts);
  const draftKey = `reply.${root.id}`;
  const [replying, setReplying] = useState(() => hasDraft(draftKey));
  const resolve = useCommand(tasks.resolveComment);
  const allowed = task.abilities.comment;
  const resolved = root.resolvedAt !== null;
  return (
    <div className="tk-thread" data-resolved={resolved}>
      <Entry comment={root} allowed={allowed} people={people}>
        {allowed && (
          <>
            <button type="button" className="yt-plain tk-text-button" onClick={() => setReplying((before) => !before)}>
              {t.reply}
            </button>
            <button
              type="button"
              className="yt-plain tk-text-button"
              onClick={() => void resolve.run({ params: { commentId: root.id }, body: { resolved: !resolved } })}
            >
              {resolved ? t.reopen : t.resolve}
            </button>
            {root.resolvedBy && <span className="tk-quiet">{t.resolved({ name: root.resolvedBy.memberName })}</span>}
          </>
        )}
      </Entry>
      <div className="tk-thread-replies">
        {replies.map((reply) => (
          <Entry key={reply.id} comment={reply} allowed={allowed} people={people} />
        ))}
        {replying && (
          <CommentComposer
            draftKey={draftKey}
            people={people}
            onTyping={onTyping}
            autoFocus={!hasDraft(draftKey)}
            onCancel={() => setReplying(false)}
            onSend={async (comment) => {
              const sent = await send(comment, root.id);
              if (sent) setReplying(false);
              return sent;
            }}
          />
        )}
      </div>
    </div>
  );
}

interface CommentsProps {
  readonly task: Task;
  readonly onTyping: (typing: boolean) => void;
}

/** The conversation on a task, in threads, and the field to join it. */
export function Comments({ task, onTyping }: CommentsProps): ReactElement {
  const people = useMembers();
  const params = { taskId: task.id };
  const { data } = useOperation(tasks.listComments, { params });
  const add = useCommand(tasks.addComment);
  const comments = data?.comments ?? [];
  const send = async (comment: NewComment, parentId: string | null): Promise<boolean> =>
    (await add.run({ params, body: { body: bodyOf(comment), parentId } })).ok;
  return (
    <div className="tk-comments">
      {comments
        .filter((comment) => comment.parentId === null)
        .map((root) => (
          <Thread
            key={root.id}
            root={root}
            replies={comments.filter((comment) => comment.parentId === root.id)}
            task={task}
            people={people}
            send={send}
            onTyping={onTyping}
          />
        ))}
      {task.abilities.comment && (
        <CommentComposer
          draftKey={`comment.${task.id}`}
          people={people}
          onSend={(comment) => send(comment, null)}
          onTyping={onTyping}
        />
      )}
    </div>
  );
}
