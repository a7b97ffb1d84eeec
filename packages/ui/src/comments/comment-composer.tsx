import { useMessages } from "@yutu/i18n";
import { Button } from "antd";
import { type KeyboardEvent, type ReactElement, type RefObject, useId, useRef, useState } from "react";
import { isComposingKey } from "../keyboard/chord.ts";
import { MemberAvatar, type Person } from "../members/member-avatar.tsx";
import "./comment-composer.css";
import { useDraft } from "./draft.ts";
import { insertMention, mentionedIn, type OpenMention, openMention } from "./mention.ts";
import { commentTexts } from "./messages.ts";
import { useTyping } from "./use-typing.ts";

export interface NewComment {
  readonly text: string;
  readonly mentions: readonly Person[];
}

export interface CommentComposerProps {
  /** Names the draft, e.g. `comment.tsk_1`. */
  readonly draftKey: string;
  readonly people: readonly Person[];
  /** What was said before, when a comment is written anew. */
  readonly before?: string;
  readonly autoFocus?: boolean;
  /** Gives up; the draft goes too. Absent where there is nothing to go back to. */
  readonly onCancel?: () => void;
  /** False keeps the text in the field (the sending failed). */
  readonly onSend: (comment: NewComment) => Promise<boolean>;
  /** Hears when the person begins to write, and when they pause, send or leave. */
  readonly onTyping?: (typing: boolean) => void;
}

const MOST = 6;

interface Mentions {
  readonly found: readonly Person[];
  readonly active: number;
  readonly listId: string;
  readonly follow: () => void;
  readonly choose: (person: Person) => void;
  /** @returns whether the list used the key */
  readonly onKey: (key: string) => boolean;
}

/** The list of people under the caret. */
function useMentions(
  field: RefObject<HTMLTextAreaElement | null>,
  people: readonly Person[],
  setText: (text: string) => void,
): Mentions {
  const listId = useId();
  const [open, setOpen] = useState<OpenMention>();
  const [active, setActive] = useState(0);
  const wanted = open?.text.toLowerCase() ?? "";
  const found = open ? people.filter((person) => person.name.toLowerCase().includes(wanted)).slice(0, MOST) : [];
  const choose = (person: Person): void => {
    const element = field.current;
    if (!open || !element) return;
    const next = insertMention(element.value, open, person.name);
    setText(next.text);
    setOpen(undefined);
    requestAnimationFrame(() => {
      element.focus();
      element.setSelectionRange(next.caret, next.caret);
    });
  };
  return {
    found,
    active,
    listId,
    choose,
    follow: () => {
      const element = field.current;
      setActive(0);
      setOpen(element ? openMention(element.value, element.selectionStart) : undefined);
    },
    onKey: (key) => {
      const person = found[active];
      if (!person) return false;
      if (key === "ArrowDown") setActive((active + 1) % found.length);
      else if (key === "ArrowUp") setActive((active + found.length - 1) % found.length);
      else if (key === "Enter" || key === "Tab") choose(person);
      else if (key === "Escape") setOpen(undefined);
      else return false;
      return true;
    },
  };
}

/** The text in the field: the draft, or what was said before until something is written. */
function useText(draftKey: string, before: string) {
  const [draft, setDraft] = useDraft(draftKey);
  const [touched, setTouched] = useState(false);
  const setText = (text: string): void => {
    setTouched(true);
    setDraft(text);
  };
  return [touched || draft !== "" ? draft : before, setText] as const;
}

/** Writes a comment. Enter sends, except while an input method composes; "@" finds colleagues; the draft is kept. */
export function CommentComposer(props: CommentComposerProps): ReactElement {
  const { draftKey, people, before = "", autoFocus = false, onSend, onCancel, onTyping } = props;
  const t = useMessages(commentTexts);
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useText(draftKey, before);
  const [sending, setSending] = useState(false);
  const mentions = useMentions(field, people, setText);
  const typing = useTyping(onTyping);
  const send = async (): Promise<void> => {
    const trimmed = text.trim();
    if (trimmed === "" || sending) return;
    setSending(true);
    const sent = await onSend({ text: trimmed, mentions: mentionedIn(trimmed, people) }).finally(() =>
      setSending(false),
    );
    if (sent) {
      setText("");
      typing.end();
    }
  };
  const cancel = (): void => {
    setText("");
    typing.end();
    onCancel?.();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposingKey(event.nativeEvent)) return;
    if (mentions.onKey(event.key)) event.preventDefault();
    else if (event.key === "Enter" && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      void send();
    } else if (event.key === "Escape" && onCancel) {
      event.preventDefault();
      cancel();
    }
  };
  const listed = mentions.found.length > 0;
  return (
    <div className="yt-composer">
      {listed && (
        <div id={mentions.listId} role="listbox" aria-label={t.people} className="yt-mentions">
          {mentions.found.map((person, index) => (
            <div
              key={person.id}
              id={`${mentions.listId}-${index}`}
              role="option"
              aria-selected={index === mentions.active}
              className="yt-mention-option"
              onMouseDown={(event) => {
                event.preventDefault();
                mentions.choose(person);
              }}
            >
              <MemberAvatar person={person} named />
            </div>
          ))}
        </div>
      )}
      <textarea
        ref={field}
        rows={2}
        value={text}
        autoFocus={autoFocus}
        placeholder={t.placeholder}
        aria-label={t.write}
        aria-description={t.hint}
        aria-haspopup="listbox"
        aria-controls={listed ? mentions.listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={listed ? `${mentions.listId}-${mentions.active}` : undefined}
        onChange={(event) => {
          setText(event.target.value);
          typing.follow(event.target.value);
          mentions.follow();
        }}
        onSelect={mentions.follow}
        onBlur={typing.end}
        onKeyDown={onKeyDown}
      />
      <div className="yt-composer-foot">
        <span>{t.hint}</span>
        {onCancel && (
          <Button size="small" onClick={cancel}>
            {t.cancel}
          </Button>
        )}
        <Button type="primary" size="small" disabled={text.trim() === ""} loading={sending} onClick={() => void send()}>
          {before === "" ? t.send : t.save}
        </Button>
      </div>
    </div>
  );
}
