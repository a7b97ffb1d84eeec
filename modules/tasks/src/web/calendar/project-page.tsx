import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { CHANNELS, channelOf } from "@yutu/projects/domain";
import { ChannelTag, ProjectAction, useLocalText, useProject } from "@yutu/projects/web";
import {
  type CalendarMove,
  type Lane,
  MemberAvatar,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  useColours,
  useGo,
  usePermission,
  usePhone,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { CreateTask } from "../create/create-task.tsx";
import { TaskPeek } from "../detail/task-peek.tsx";
import { peekState } from "../list/list-state.ts";
import { type PhaseName, usePhases } from "../list/use-group-names.ts";
import "../look/view.css";
import { taskTexts } from "../messages.ts";
import { CalendarFilters, CalendarSteps, ViewSwitch } from "./calendar-bar.tsx";
import { CalendarBody } from "./calendar-body.tsx";
import { channelColour, itemsOf, NODE, nodeItems } from "./calendar-items.ts";
import { calendarTexts } from "./messages.ts";
import {
  type Calendar,
  type CalendarState,
  type CalendarTask,
  calendarState,
  useCalendar,
  useMoveTask,
} from "./use-calendar.ts";

const NONE = "none";
const NOBODY: ReadonlySet<string> = new Set();
const LANES = ["phase", "channel", "assignee"] as const;

const laneOf =
  (lane: CalendarState["lane"]) =>
  (task: CalendarTask): string => {
    switch (lane) {
      case "phase":
        return task.phaseId ?? NONE;
      case "channel":
        return task.channel ?? NONE;
      case "assignee":
        return task.assignees[0]?.memberId ?? NONE;
    }
  };

const word = (text: string): ReactElement => <span className="tk-lane-name">{text}</span>;

function useLanes(calendar: Calendar | undefined, lane: CalendarState["lane"], phases: readonly PhaseName[]): Lane[] {
  const t = useMessages(calendarTexts);
  const words = useMessages(taskTexts);
  const language = languageOf(useLocale());
  return useMemo(() => {
    if (!calendar) return [];
    const counts = new Map<string, number>();
    for (const task of calendar.tasks) counts.set(laneOf(lane)(task), (counts.get(laneOf(lane)(task)) ?? 0) + 1);
    const people = new Map(calendar.tasks.flatMap((task) => task.assignees.map((a) => [a.memberId, a.memberName])));
    const all: Readonly<Record<CalendarState["lane"], readonly Lane[]>> = {
      phase: phases.map(({ id, name }) => ({ key: id, title: name, head: word(name) })),
      channel: CHANNELS.map(({ code }) => ({
        key: code,
        title: channelOf(code).name[language],
        head: <ChannelTag code={code} />,
      })),
      assignee: [...people].map(([id, name]) => ({
        key: id,
        title: name,
        head: <MemberAvatar person={{ id, name }} named />,
      })),
    };
    const none = { phase: words.noPhase, channel: words.noChannel, assignee: words.noAssignee }[lane];
    const lanes = [...all[lane], { key: NONE, title: none, head: word(none) }];
    const nodes: Lane[] =
      calendar.nodes.length === 0
        ? []
        : [
            {
              key: NODE,
              title: t.nodes,
              head: (
                <span className="tk-lane-name" data-accent="true">
                  {t.nodes}
                </span>
              ),
            },
          ];
    return [
      ...nodes,
      ...lanes
        .filter(({ key }) => counts.has(key))
        .map((each) => ({ ...each, note: t.running({ count: counts.get(each.key) ?? 0 }) })),
    ];
  }, [calendar, lane, phases, t, words, language]);
}

function useItems(calendar: Calendar | undefined, from: string, lane: CalendarState["lane"], editable: boolean) {
  const text = useLocalText();
  const { accent } = useColours();
  const project = useProject();
  return useMemo(() => {
    if (!calendar) return [];
    const colourOf = (task: CalendarTask): string => (task.channel ? channelColour(task) : project.color);
    const options = {
      laneOf: laneOf(lane),
      colourOf,
      moneyOf: () => undefined,
      clashing: NOBODY,
      editable,
      from,
      tentative: NOBODY,
    };
    return [...nodeItems(calendar, text, accent), ...itemsOf(calendar.tasks, options)];
  }, [calendar, from, lane, editable, text, accent, project.color]);
}

/** 日历 of a project: its tasks in lanes by phase, channel or person, or as a month. */
export default function ProjectCalendar(): ReactElement {
  const t = useMessages(calendarTexts);
  const words = useMessages(taskTexts);
  const format = useFormat();
  const phone = usePhone();
  const go = useGo();
  const project = useProject();
  const [state, setState] = useUrlState(calendarState);
  const [peek, setPeek] = useUrlState(peekState);
  const [adding, setAdding] = useState<string>();
  const view = phone && state.view !== "month" ? "list" : state.view;
  const shown = useCalendar({ ...state, view }, project.id);
  const calendar = shown.data;
  const editable = usePermission("tasks.edit") && project.status !== "closed" && project.status !== "cancelled";
  const lanes = useLanes(calendar, state.lane, usePhases(project.id));
  const items = useItems(calendar, shown.range.from, state.lane, editable);
  const moveTask = useMoveTask();
  useShortcut({ keys: "c", label: words.newTask, enabled: editable, run: () => setAdding("") });
  const move = ({ id, start, finish }: CalendarMove): void => {
    const task = calendar?.tasks.find((each) => each.id === id);
    if (task) moveTask(task, { startDate: start, dueDate: finish });
  };
  const label = view === "month" ? format.month(shown.day) : format.longRange(shown.range.from, shown.range.to);
  return (
    <div className="tk-view">
      {editable && (
        <ProjectAction>
          <Button type="primary" icon={<PlusIcon />} onClick={() => setAdding("")}>
            {words.newTask}
          </Button>
        </ProjectAction>
      )}
      <CalendarFilters
        state={state}
        setState={setState}
        leading={
          <>
            <CalendarSteps view={view} day={shown.day} label={label} onDay={(day) => setState({ day })} />
            {!phone && (view === "lanes" || view === "week") && (
              <Segmented
                size="small"
                aria-label={t.lanes}
                value={state.lane}
                onChange={(lane) => setState({ lane })}
                options={LANES.map((lane) => ({ value: lane, label: t.by[lane] }))}
              />
            )}
          </>
        }
        trailing={!phone && <ViewSwitch value={state.view} onChange={(next) => setState({ view: next })} />}
      />
      <ProblemNotice problem={shown.problem} onRetry={() => void shown.reload()} />
      {!calendar && !shown.problem && <Skeleton columns={["130px", "1fr"]} rowPx={58} />}
      {calendar && (
        <CalendarBody
          calendar={calendar}
          shown={shown}
          view={view}
          lanes={lanes}
          items={view === "month" ? items.filter((item) => item.lane !== NODE) : items}
          onOpen={(id) => !id.startsWith(NODE) && setPeek({ task: id })}
          onMove={editable ? move : undefined}
          onDay={(date) => editable && setAdding(date)}
        />
      )}
      {peek.task !== "" && (
        <TaskPeek
          taskId={peek.task}
          onClose={() => setPeek({ task: "" })}
          onOpenFull={() => go(`/tasks/${peek.task}`)}
        />
      )}
      {adding !== undefined && (
        <CreateTask
          start={{ projectId: project.id, ...(adding === "" ? {} : { dueDate: adding }) }}
          onClose={() => setAdding(undefined)}
        />
      )}
    </div>
  );
}
