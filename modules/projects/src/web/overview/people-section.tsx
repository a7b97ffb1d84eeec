import { useMessages } from "@yutu/i18n";
import { Facts, MemberAvatar } from "@yutu/ui";
import type { ReactElement } from "react";
import type { Project } from "../frame/project-context.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { overviewTexts } from "./messages.ts";
import { Section } from "./section.tsx";

/** Who does what on the project, by role of its type. */
export function PeopleSection({ project }: { readonly project: Project }): ReactElement {
  const t = useMessages(overviewTexts);
  const text = useLocalText();
  const filled = project.roles
    .map((role) => ({ ...role, people: project.members.filter((m) => m.roleKey === role.key) }))
    .filter(({ people }) => people.length > 0);
  return (
    <Section title={t.people}>
      <Facts
        items={filled.map(({ key, name, people }) => ({
          key,
          label: text(name),
          value: (
            <span className="pj-tags">
              {people.map((m) => (
                <MemberAvatar key={m.memberId} person={{ id: m.memberId, name: m.memberName }} named />
              ))}
            </span>
          ),
        }))}
      />
    </Section>
  );
}
