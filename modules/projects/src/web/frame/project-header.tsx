import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { calendarDate, daysBetween } from "@yutu/kernel";
import { GroupTabs, type MenuGroup, PageHeader, type Person, toast, useCommand } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { projects } from "../../contract/index.ts";
import { channelOf } from "../../domain/channels.ts";
import type { ProjectMove } from "../../domain/lifecycle.ts";
import { ProjectStatusRing } from "../look/project-status.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import { useToday } from "../look/use-today.ts";
import { projectTexts } from "../messages.ts";
import { usePresence } from "../presence/use-presence.ts";
import { MoveDialog } from "./move-dialog.tsx";
import type { Project } from "./project-context.ts";

/** The step that usually comes next; the others stand in the menu. */
const NEXT: readonly ProjectMove[] = ["submit", "start", "resume", "close"];

function useContextLine(project: Project): string {
  const t = useMessages(projectTexts);
  const format = useFormat();
  const language = languageOf(useLocale());
  const text = useLocalText();
  const today = useToday();
  const days = daysBetween(today, calendarDate(project.anchorDate));
  const name = text(project.anchorName);
  const distance =
    days > 0 ? t.daysTo({ name, days }) : days === 0 ? t.today({ name }) : t.daysSince({ name, days: -days });
  const channels = project.channels.map((code) => channelOf(code).name[language]);
  const where =
    channels.length === 0
      ? t.allChannels
      : channels.slice(0, 3).join(" ") + (channels.length > 3 ? ` +${channels.length - 3}` : "");
  return [where, format.longRange(project.startDate, project.endDate), distance].join(" · ");
}

function useMenu(project: Project, open: (move: ProjectMove) => void, primary: ProjectMove | undefined): MenuGroup[] {
  const t = useMessages(projectTexts);
  const favourite = useCommand(projects.setFavourite);
  const moves = project.abilities.moves.filter((move) => move !== primary);
  return [
    {
      key: "own",
      actions: [
        {
          key: "favourite",
          label: project.favourite ? t.unstar : t.star,
          run: () => void favourite.run({ params: { projectId: project.id }, body: { favourite: !project.favourite } }),
        },
        {
          key: "key",
          label: t.copyKey,
          hint: project.campaignKey,
          run: () => void navigator.clipboard.writeText(project.campaignKey).then(() => toast.done(t.copied)),
        },
      ],
    },
    {
      key: "moves",
      actions: moves.map((move) => ({
        key: move,
        label: t.move[move],
        danger: move === "cancel",
        run: () => open(move),
      })),
    },
  ];
}

/** Who is on the project, and who is not but looks at it; those who look first. */
function usePeople(project: Project): Person[] {
  const present = usePresence(project.id);
  const here = new Map(present.map((p) => [p.memberId, { id: p.memberId, name: p.memberName, here: true }]));
  const away = project.members.filter((m) => !here.has(m.memberId));
  return [...here.values(), ...new Map(away.map((m) => [m.memberId, { id: m.memberId, name: m.memberName }])).values()];
}

interface Props {
  readonly project: Project;
  /** Whether the view below has an action of its own. */
  readonly claimed: boolean;
  readonly slot: (element: HTMLElement | null) => void;
}

/** Head of a project: colour, name, channels and days to the anchor, people, the next step, and the views. */
export function ProjectHeader({ project, claimed, slot }: Props): ReactElement {
  const t = useMessages(projectTexts);
  const [moving, setMoving] = useState<ProjectMove>();
  const primary = NEXT.find(
    (move) => project.abilities.moves.includes(move) && !(move === "close" && project.status === "running"),
  );
  const context = useContextLine(project);
  const menu = useMenu(project, setMoving, primary);
  const people = usePeople(project);
  return (
    <>
      <PageHeader
        title={project.name}
        colour={project.color}
        context={
          <span className="pj-context">
            <ProjectStatusRing status={project.status} />
            <span className="yt-ellipsis">{context}</span>
          </span>
        }
        people={people}
        more={menu}
        action={
          <>
            {primary && (
              <Button type={claimed ? "default" : "primary"} onClick={() => setMoving(primary)}>
                {t.move[primary]}
              </Button>
            )}
            <span ref={slot} className="pj-slot" />
          </>
        }
        tabs={<GroupTabs group="project" params={{ projectId: project.id }} />}
      />
      {moving && <MoveDialog project={project} move={moving} onClose={() => setMoving(undefined)} />}
    </>
  );
}
