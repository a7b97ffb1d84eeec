import { useMessages } from "@yutu/i18n";
import { Facts } from "@yutu/ui";
import type { ReactElement } from "react";
import type { Project } from "../frame/project-context.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { overviewTexts } from "./messages.ts";
import { Section } from "./section.tsx";

/** The marketing brief, field by field as the type asks for it. */
export function BriefSection({ project }: { readonly project: Project }): ReactElement {
  const t = useMessages(overviewTexts);
  const text = useLocalText();
  const written = project.briefFields.filter(({ key }) => project.brief[key]?.trim());
  return (
    <Section title={t.brief}>
      {written.length === 0 ? (
        <p className="pj-quiet">{t.noBrief}</p>
      ) : (
        <Facts
          items={written.map(({ key, name }) => ({
            key,
            label: text(name),
            value: <span className="yt-prose pj-lines">{project.brief[key]}</span>,
          }))}
        />
      )}
    </Section>
  );
}
