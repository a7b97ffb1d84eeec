import { useMessages } from "@yutu/i18n";
import { AvatarStack, MemberAvatar } from "@yutu/ui";
import type { ReactElement } from "react";
import { taskTexts } from "../messages.ts";

export interface TaskPerson {
  readonly memberId: string;
  readonly memberName: string;
}

const asPerson = ({ memberId, memberName }: TaskPerson) => ({ id: memberId, name: memberName });

/** Who does it: one by name, several as faces. */
export function TaskPeople({
  people,
  named = true,
}: {
  readonly people: readonly TaskPerson[];
  readonly named?: boolean;
}): ReactElement {
  const t = useMessages(taskTexts);
  const [first, ...others] = people;
  if (!first)
    return named ? (
      <span className="tk-quiet">{t.noAssignee}</span>
    ) : (
      <span className="tk-nobody" title={t.noAssignee} />
    );
  if (others.length === 0) return <MemberAvatar person={asPerson(first)} named={named} />;
  return <AvatarStack people={people.map(asPerson)} most={3} size={20} />;
}
