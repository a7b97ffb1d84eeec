import { useMessages } from "@yutu/i18n";
import { MemberAvatar, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { identity } from "../../contract/index.ts";
import { identityTexts } from "../messages.ts";

interface DemoPeopleProps {
  readonly disabled: boolean;
  readonly onChoose: (email: string, password: string) => void;
}

/** One click into the demo as any role; nothing is shown outside a demo. */
export function DemoPeople({ disabled, onChoose }: DemoPeopleProps): ReactElement | null {
  const t = useMessages(identityTexts);
  const { data } = useOperation(identity.listDemoPeople, {});
  const password = data?.password;
  if (!data || !password) return null;
  return (
    <section className="id-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t.demoTitle}</h2>
      <p>{t.demoHint}</p>
      <ul>
        {data.people.map((person) => (
          <li key={person.email}>
            <button type="button" disabled={disabled} onClick={() => onChoose(person.email, password)}>
              <MemberAvatar person={{ id: person.email, name: person.name }} />
              <span>
                {person.name}
                <small>{t.roles[person.role]}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
