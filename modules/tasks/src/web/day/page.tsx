import { approvals } from "@yutu/approvals/contract";
import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { useToday } from "@yutu/projects/web";
import {
  AppLink,
  type Kpi,
  KpiStrip,
  PageHeader,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  useActor,
  useGo,
  useOperation,
  usePermission,
  usePhone,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { CreateTask } from "../create/create-task.tsx";
import { TaskPeek } from "../detail/task-peek.tsx";
import { peekState } from "../list/list-state.ts";
import { taskTexts } from "../messages.ts";
import { usePendingChanges, withPending } from "../pending-changes.ts";
import { TaskPick, usePickKeys } from "../pick/task-picks.tsx";
import { useTaskChanges } from "../use-task-changes.ts";
import "./day.css";
import { DayList } from "./day-list.tsx";
import { Mentions } from "./mentions.tsx";
import { dayTexts } from "./messages.ts";
import { Nothing, useNoProject } from "./nothing.tsx";

type MyWork = OperationOutput<typeof tasks.listMyWork>;

const NOON = 12;
const EVENING = 18;
const NO_PHASES = [] as const;

function useGreeting(): string {
  const t = useMessages(dayTexts);
  const { member } = useActor();
  const format = useFormat();
  const [hour] = useState(() => Number(format.time(new Date()).slice(0, 2)));
  const part = hour < NOON ? "morning" : hour < EVENING ? "afternoon" : "evening";
  return t.hello[part]({ name: member.name });
}

function useKpis(work: MyWork | undefined): Kpi[] {
  const t = useMessages(dayTexts);
  const mayApprove = usePermission("approvals.view");
  const { data: waiting } = useOperation(approvals.countWaiting, {}, { enabled: mayApprove, live: ["approval"] });
  if (!work) return [];
  const kpis: Kpi[] = [
    {
      key: "overdue",
      label: t.overdue,
      value: String(work.overdue.length),
      tone: work.overdue.length > 0 ? "alarm" : "quiet",
    },
    { key: "today", label: t.today, value: String(work.dueToday.length) },
    {
      key: "week",
      label: t.week,
      value: String(work.thisWeek.length),
      note: t.doneThisWeek({ count: work.doneThisWeek }),
    },
    { key: "waiting", label: t.waiting, value: String(work.waiting.length) },
  ];
  if (waiting)
    kpis.push({
      key: "approvals",
      label: t.approvals,
      value: String(waiting.count),
      to: "/approvals",
      ...(waiting.overdue > 0 ? { note: t.approvalsLate({ count: waiting.overdue }), tone: "alarm" as const } : {}),
    });
  return kpis;
}

/** The lists with what is still on its way laid over them. */
function useWork() {
  const state = useOperation(tasks.listMyWork, {});
  const pending = usePendingChanges();
  const work = useMemo(() => {
    if (!state.data) return undefined;
    const fresh = (rows: MyWork["overdue"]) => rows.map((row) => withPending(row, pending));
    const { overdue, dueToday, thisWeek, waiting, later } = state.data;
    return {
      ...state.data,
      overdue: fresh(overdue),
      dueToday: fresh(dueToday),
      thisWeek: fresh(thisWeek),
      waiting: fresh(waiting),
      later: fresh(later),
    };
  }, [state.data, pending]);
  return { ...state, work };
}

/** 工作台: what the person has to do now, who asks for them, what waits for their word. */
export default function DayPage(): ReactElement {
  const t = useMessages(dayTexts);
  const words = useMessages(taskTexts);
  const format = useFormat();
  const phone = usePhone();
  const go = useGo();
  const today = useToday();
  const greeting = useGreeting();
  const editable = usePermission("tasks.edit");
  // a task needs a project: the first one is offered below instead
  const mayAdd = !useNoProject() && editable;
  const [peek, setPeek] = useUrlState(peekState);
  const { work, problem, reload } = useWork();
  const kpis = useKpis(work);
  const changes = useTaskChanges();
  const rows = work ? [...work.overdue, ...work.dueToday, ...work.waiting, ...work.thisWeek, ...work.later] : [];
  const projects = new Map(work?.projects.map((project) => [project.id, project]));
  const [picking, setPicking] = usePickKeys(() => rows.filter((row) => row.id === peek.task), editable);
  useShortcut({ keys: "c", label: words.newTask, enabled: editable, run: () => setPeek({ create: true }) });
  const shared = {
    projectOf: (id: string) => projects.get(id),
    changes,
    current: peek.task,
    onOpen: ({ id }: { readonly id: string }) => setPeek({ task: id }),
  };
  const step = (by: 1 | -1): void => {
    const next = rows[rows.findIndex((row) => row.id === peek.task) + by];
    if (next) setPeek({ task: next.id });
  };
  return (
    <>
      <PageHeader
        title={phone ? t.title : greeting}
        context={format.longDay(today)}
        action={
          mayAdd && (
            <Button
              type="primary"
              icon={<PlusIcon />}
              aria-label={phone ? words.newTask : undefined}
              onClick={() => setPeek({ create: true })}
            >
              {phone ? undefined : words.newTask}
            </Button>
          )
        }
      />
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {kpis.length > 0 && <KpiStrip label={t.kpis} items={kpis} />}
      {!work && !problem && <Skeleton columns={["1fr", "150px", "60px"]} />}
      {work && (
        <div className="tk-day">
          <div className="tk-day-main">
            {rows.length === 0 && <Nothing />}
            <DayList title={t.overdue} rows={work.overdue} alarm {...shared} />
            <DayList title={t.today} rows={work.dueToday} {...shared} />
            <DayList title={t.waiting} rows={work.waiting} {...shared} />
            <DayList title={t.week} rows={work.thisWeek} {...shared} />
            <DayList title={t.next} rows={work.later} {...shared} />
            {work.laterCount > work.later.length && (
              <p className="tk-day-foot">
                <AppLink to="/tasks">{t.later({ count: work.laterCount - work.later.length })}</AppLink>
              </p>
            )}
          </div>
          <aside className="tk-day-side" aria-label={t.mentions}>
            <Mentions onOpen={(task) => setPeek({ task })} />
          </aside>
        </div>
      )}
      {peek.task !== "" && (
        <TaskPeek
          taskId={peek.task}
          onClose={() => setPeek({ task: "" })}
          onStep={step}
          onOpenFull={() => go(`/tasks/${peek.task}`)}
        />
      )}
      {picking && <TaskPick picking={picking} phases={NO_PHASES} onClose={() => setPicking(undefined)} />}
      {peek.create && editable && <CreateTask start={{}} onClose={() => setPeek({ create: false })} />}
    </>
  );
}
