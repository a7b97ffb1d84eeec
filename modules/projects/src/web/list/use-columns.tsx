import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import type { Currency } from "@yutu/kernel";
import { AppLink, AvatarStack, type GridColumn, personColumn, ShortAmount } from "@yutu/ui";
import { type CSSProperties, type ReactElement, useMemo } from "react";
import type { projects } from "../../contract/index.ts";
import { ChannelTag } from "../look/channel-tag.tsx";
import { ProjectStatusRing } from "../look/project-status.tsx";
import { listTexts } from "./messages.ts";

export type ProjectSummary = OperationOutput<typeof projects.listProjects>["items"][number];

/** Each person once, however many roles they have. */
export const peopleOf = (project: ProjectSummary) => [
  ...new Map(project.members.map((m) => [m.memberId, { id: m.memberId, name: m.memberName }])).values(),
];

const namesOf = (project: ProjectSummary): string =>
  peopleOf(project)
    .map((person) => person.name)
    .join(" ");

const managerOf = ({ managerId, managerName }: ProjectSummary) => ({ id: managerId, name: managerName });

interface Props {
  readonly project: ProjectSummary;
}

const Name = ({ project }: Props): ReactElement => (
  <AppLink to={`/projects/${project.id}`} className="pj-list-name">
    <span className="yt-square" style={{ "--yt-square": project.color } as CSSProperties} aria-hidden="true" />
    <span className="yt-ellipsis">{project.name}</span>
  </AppLink>
);

const Channels = ({ project: { channels } }: Props): ReactElement => (
  <span className="pj-list-channels">
    {channels.slice(0, 4).map((code) => (
      <ChannelTag key={code} code={code} named={false} />
    ))}
    {channels.length > 4 && <span className="yt-figures">+{channels.length - 4}</span>}
  </span>
);

function Dates({ project: { startDate, endDate } }: Props): ReactElement {
  const format = useFormat();
  return (
    <span className="yt-figures yt-ellipsis" title={format.fullRange(startDate, endDate)}>
      {format.monthDay(startDate)} – {format.monthDay(endDate)}
    </span>
  );
}

const Budget = ({ project: { totalBudgetMinor, currency } }: Props): ReactElement | null =>
  totalBudgetMinor === null ? null : <ShortAmount minor={totalBudgetMinor} currency={currency as Currency} />;

/** Columns of the table; types by key for their names. */
export function useColumns(typeNames: ReadonlyMap<string, string>): GridColumn<ProjectSummary>[] {
  const t = useMessages(listTexts);
  const format = useFormat();
  return useMemo(
    () => [
      { key: "name", title: t.name, widthPx: 240, grow: true, cell: (p) => <Name project={p} />, text: (p) => p.name },
      { key: "status", title: t.status, widthPx: 100, cell: (p) => <ProjectStatusRing status={p.status} /> },
      {
        key: "type",
        title: t.type,
        widthPx: 148,
        cell: (p) => <span className="yt-ellipsis">{typeNames.get(p.typeKey) ?? p.typeKey}</span>,
      },
      {
        key: "channels",
        title: t.channels,
        widthPx: 124,
        cell: (p) => <Channels project={p} />,
        text: (p) => p.channels.join(" "),
      },
      {
        key: "dates",
        title: t.dates,
        widthPx: 122,
        cell: (p) => <Dates project={p} />,
        text: (p) => format.fullRange(p.startDate, p.endDate),
      },
      {
        key: "anchor",
        title: t.anchor,
        widthPx: 104,
        cell: (p) => <span className="yt-figures pj-list-anchor">{format.date(p.anchorDate)}</span>,
      },
      personColumn({ key: "manager", title: t.manager, widthPx: 100 }, managerOf),
      {
        key: "people",
        title: t.people,
        widthPx: 92,
        cell: (p) => <AvatarStack people={peopleOf(p)} most={3} size={20} />,
        text: namesOf,
      },
      { key: "budget", title: t.budget, widthPx: 104, align: "end", cell: (p) => <Budget project={p} /> },
    ],
    [t, format, typeNames],
  );
}
