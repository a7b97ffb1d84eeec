import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { CHANNELS, channelOf } from "@yutu/projects/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import {
  type CalendarMove,
  type Lane,
  PageHeader,
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
import { Button } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { CreateTask } from "../create/create-task.tsx";
import { TaskPeek } from "../detail/task-peek.tsx";
import { peekState } from "../list/list-state.ts";
import { taskTexts } from "../messages.ts";
import { CalendarFilters, CalendarSteps, ViewSwitch } from "./calendar-bar.tsx";
import { CalendarBody } from "./calendar-body.tsx";
import { channelColour, itemsOf, NODE, nodeItems, PROJECT, projectItems, tentativeProjects } from "./calendar-items.ts";
import { clashesOf } from "./clashes.ts";
import { calendarTexts } from "./messages.ts";
import { type Calendar, type CalendarTask, calendarState, useCalendar, useMoveTask } from "./use-calendar.ts";

const NO_CHANNEL = "none";
const laneOf = (task: CalendarTask): string => task.channel ?? NO_CHANNEL;

const word = (text: string, accent = false): ReactElement => (
  <span className="tk-lane-name" data-accent={accent}>
    {text}
  </span>
);

/** Promotion days, projects, then a lane for each channel that has something. */
function useLanes(calendar: Calendar | undefined): Lane[] {
  const t = useMessages(calendarTexts);
  const words = useMessages(taskTexts);
  const language = languageOf(useLocale());
  return useMemo(() => {
    if (!calendar) return [];
    const used = new Map<string, CalendarTask[]>();
    for (const task of calendar.tasks) used.set(laneOf(task), [...(used.get(laneOf(task)) ?? []), task]);
    const lane = (key: string, title: string, head: ReactElement): Lane[] => {
      const list = used.get(key) ?? [];
      const people = new Set(list.flatMap((task) => task.assignees.map((a) => a.memberId)));
      const note = `${t.running({ count: list.length })} · ${t.people({ count: people.size })}`;
      return list.length === 0 ? [] : [{ key, title, head, note }];
    };
    const nodes = { key: NODE, title: t.nodes, head: word(t.nodes, true), note: t.nodesNote };
    const running = t.running({ count: calendar.projects.length });
    const projects = { key: PROJECT, title: t.projects, head: word(t.projects), note: running };
    return [
      ...(calendar.nodes.length > 0 ? [nodes] : []),
      ...(calendar.projects.length > 0 ? [projects] : []),
      ...CHANNELS.flatMap(({ code }) => lane(code, channelOf(code).name[language], <ChannelTag code={code} />)),
      ...lane(NO_CHANNEL, words.noChannel, word(words.noChannel)),
    ];
  }, [calendar, t, words, language]);
}

function useItems(calendar: Calendar | undefined, from: string, editable: boolean) {
  const format = useFormat();
  const text = useLocalText();
  const { accent } = useColours();
  return useMemo(() => {
    if (!calendar) return { items: [], clashes: 0, budgetMinor: 0 };
    const clashes = clashesOf(calendar.tasks);
    const currencies = new Map(calendar.projects.map((p) => [p.id, p.currency]));
    const moneyOf = ({ budgetMinor, projectId }: CalendarTask): string | undefined => {
      const currency = currencies.get(projectId) ?? "CNY";
      return budgetMinor ? format.moneyShort(budgetMinor, isCurrency(currency) ? currency : "CNY") : undefined;
    };
    const options = {
      laneOf,
      colourOf: channelColour,
      moneyOf,
      clashing: clashes.ids,
      editable,
      from,
      tentative: tentativeProjects(calendar),
    };
    return {
      items: [
        ...nodeItems(calendar, text, accent),
        ...projectItems(calendar, from),
        ...itemsOf(calendar.tasks, options),
      ],
      clashes: clashes.pairs,
      budgetMinor: calendar.tasks.reduce((sum, task) => sum + (task.budgetMinor ?? 0), 0),
    };
  }, [calendar, from, editable, format, text, accent]);
}

interface SumProps {
  readonly count: number;
  readonly budgetMinor: number;
  readonly clashes: number;
}

function Sum({ count, budgetMinor, clashes }: SumProps): ReactElement {
  const t = useMessages(calendarTexts);
  const format = useFormat();
  return (
    <span className="tk-calendar-sum yt-figures">
      {t.summary({ count })}
      {budgetMinor > 0 && (
        <>
          {" · "}
          <strong title={format.money(budgetMinor)}>{t.budget({ amount: format.moneyShort(budgetMinor) })}</strong>
        </>
      )}
      {clashes > 0 && (
        <>
          {" · "}
          <strong data-alarm="true" title={t.clashHint}>
            {t.clashes({ count: clashes })}
          </strong>
        </>
      )}
    </span>
  );
}

/** 营销日历: what runs where and when, over all projects the person sees. */
export default function CalendarPage(): ReactElement {
  const t = useMessages(calendarTexts);
  const words = useMessages(taskTexts);
  const format = useFormat();
  const phone = usePhone();
  const go = useGo();
  const [state, setState] = useUrlState(calendarState);
  const [peek, setPeek] = useUrlState(peekState);
  const [adding, setAdding] = useState<string>();
  const view = phone && state.view !== "month" ? "list" : state.view;
  const shown = useCalendar({ ...state, view });
  const calendar = shown.data;
  const editable = usePermission("tasks.edit");
  const lanes = useLanes(calendar);
  const { items, clashes, budgetMinor } = useItems(calendar, shown.range.from, editable);
  const moveTask = useMoveTask();
  useShortcut({ keys: "c", label: words.newTask, enabled: editable, run: () => setAdding("") });
  const open = (id: string): void => {
    if (id.startsWith(PROJECT)) go(`/projects/${id.slice(PROJECT.length)}`);
    else if (!id.startsWith(NODE)) setPeek({ task: id });
  };
  const move = ({ id, start, finish, lane }: CalendarMove): void => {
    const task = calendar?.tasks.find((each) => each.id === id);
    if (!task || lane === NODE || lane === PROJECT) return;
    const channel = lane === NO_CHANNEL ? null : lane;
    moveTask(task, { startDate: start, dueDate: finish, ...(channel === task.channel ? {} : { channel }) });
  };
  const label = view === "month" ? format.month(shown.day) : format.longRange(shown.range.from, shown.range.to);
  const steps = <CalendarSteps view={view} day={shown.day} label={label} onDay={(day) => setState({ day })} />;
  return (
    <>
      <PageHeader
        title={t.title}
        controls={!phone && steps}
        action={
          <>
            {!phone && <ViewSwitch value={state.view} onChange={(next) => setState({ view: next })} />}
            {editable && !phone && (
              <Button type="primary" icon={<PlusIcon />} onClick={() => setAdding("")}>
                {words.newTask}
              </Button>
            )}
          </>
        }
      />
      <CalendarFilters
        state={state}
        setState={setState}
        leading={phone && steps}
        trailing={calendar && <Sum count={calendar.tasks.length} budgetMinor={budgetMinor} clashes={clashes} />}
      />
      <ProblemNotice problem={shown.problem} onRetry={() => void shown.reload()} />
      {!calendar && !shown.problem && <Skeleton columns={["130px", "1fr"]} rowPx={58} />}
      {calendar && (
        <CalendarBody
          calendar={calendar}
          shown={shown}
          view={view}
          lanes={lanes}
          items={view === "month" ? items.filter((item) => item.lane !== NODE && item.lane !== PROJECT) : items}
          onOpen={open}
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
        <CreateTask start={adding === "" ? {} : { dueDate: adding }} onClose={() => setAdding(undefined)} />
      )}
    </>
  );
}
