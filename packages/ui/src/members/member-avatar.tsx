import { useMessages } from "@yutu/i18n";
import type { CSSProperties, ReactElement } from "react";
import { avatarColour, initials } from "./initials.ts";
import { memberTexts } from "./messages.ts";
import "./member-avatar.css";

export interface Person {
  readonly id: string;
  readonly name: string;
  /** Whether the person looks at the same thing right now; marked with a dot. */
  readonly here?: boolean;
}

export interface MemberAvatarProps {
  readonly person: Person;
  /** Diameter in px; from 26 on two characters fit. Default 20. */
  readonly size?: number;
  /** True writes the name beside it. */
  readonly named?: boolean;
}

export function MemberAvatar({ person, size = 20, named = false }: MemberAvatarProps): ReactElement {
  const room = size >= 26 ? "two" : "one";
  const t = useMessages(memberTexts);
  const here = person.here === true;
  const style = { "--yt-avatar": `${size}px`, "--yt-avatar-ground": avatarColour(person.id) } as CSSProperties;
  return (
    <span className="yt-member" style={style} title={named ? undefined : here ? t.here(person) : person.name}>
      <span className="yt-avatar" aria-hidden="true" data-room={room} data-here={here}>
        {initials(person.name, room)}
      </span>
      <span className={named ? "yt-ellipsis" : "yt-hidden"}>{here && !named ? t.here(person) : person.name}</span>
    </span>
  );
}

/** Several people as overlapping circles; the rest is counted. */
export function AvatarStack({
  people,
  most = 4,
  size = 24,
}: {
  readonly people: readonly Person[];
  readonly most?: number;
  readonly size?: number;
}): ReactElement {
  const rest = people.length - most;
  return (
    <span className="yt-avatar-stack">
      {people.slice(0, most).map((person) => (
        <MemberAvatar key={person.id} person={person} size={size} />
      ))}
      {rest > 0 && <span className="yt-avatar-rest">+{rest}</span>}
    </span>
  );
}
