import { useFormat, useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { Facts } from "@yutu/ui";
import type { ReactElement } from "react";
import type { Project } from "../frame/project-context.ts";
import { ChannelTag } from "../look/channel-tag.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import { overviewTexts } from "./messages.ts";
import { Section } from "./section.tsx";

export function FactsSection({ project }: { readonly project: Project }): ReactElement {
  const t = useMessages(overviewTexts);
  const format = useFormat();
  const text = useLocalText();
  const money =
    project.totalBudgetMinor === null
      ? []
      : [
          {
            key: "budget",
            label: t.budget,
            value: (
              <span className="yt-figures">{format.money(project.totalBudgetMinor, project.currency as Currency)}</span>
            ),
          },
        ];
  return (
    <Section title={t.facts}>
      <Facts
        items={[
          {
            key: "anchor",
            label: text(project.anchorName),
            value: (
              <span className="yt-figures pj-anchor">
                {format.date(project.anchorDate)} {format.weekday(project.anchorDate)}
              </span>
            ),
          },
          {
            key: "dates",
            label: t.dates,
            value: <span className="yt-figures">{format.fullRange(project.startDate, project.endDate)}</span>,
          },
          ...money,
          {
            key: "channels",
            label: t.channels,
            value: (
              <span className="pj-tags">
                {project.channels.map((code) => (
                  <ChannelTag key={code} code={code} />
                ))}
              </span>
            ),
          },
          { key: "key", label: t.key, value: <code className="yt-figures">{project.campaignKey}</code> },
          { key: "visibility", label: t.visibility.label, value: t.visibility[project.visibility] },
        ]}
      />
    </Section>
  );
}
