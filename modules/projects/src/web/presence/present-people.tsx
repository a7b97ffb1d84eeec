import { useMessages } from "@yutu/i18n";
import { AvatarStack } from "@yutu/ui";
import type { ReactElement } from "react";
import { presenceTexts } from "./messages.ts";
import "./present-people.css";
import type { Presence } from "./use-presence.ts";

interface Props {
  readonly people: readonly Presence[];
}

/** The others who look at the same task: faces, and who is writing. Says so once to those who hear the page. */
export function PresentPeople({ people }: Props): ReactElement | null {
  const t = useMessages(presenceTexts);
  if (people.length === 0) return null;
  const writing = people.filter((person) => person.typing).map((person) => person.memberName);
  const text = writing.length > 0 ? t.writing({ names: writing }) : t.looking({ count: people.length });
  return (
    <span className="pj-present" role="status">
      <AvatarStack people={people.map((p) => ({ id: p.memberId, name: p.memberName, here: true }))} size={20} />
      <span className="yt-ellipsis">{text}</span>
    </span>
  );
}
