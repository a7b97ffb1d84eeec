import { useFormat, useMessages } from "@yutu/i18n";
import type { Problem } from "@yutu/kernel";
import { ProjectAction, useProject } from "@yutu/projects/web";
import {
  type DayKindOf,
  EmptyState,
  Gantt,
  type GanttNewLink,
  PlusIcon,
  ProblemNotice,
  plainWeek,
  Skeleton,
  toast,
  useGo,
  useOperation,
  usePhone,
  useProblemText,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button, Checkbox } from "antd";
import { type ReactElement, useMemo } from "react";
import { z } from "zod";
import { tasks } from "../../contract/index.ts";
import { CreateTask } from "../create/create-task.tsx";
import { TaskPeek } from "../detail/task-peek.tsx";
import { peekState } from "../list/list-state.ts";
import "../look/view.css";
import { taskTexts } from "../messages.ts";
import "./gantt.css";
import { ganttTasks, isPhaseRow, type Plan } from "./gantt-rows.ts";
import { ganttTexts } from "./messages.ts";
import { PublishDialog, usePreview } from "./publish-dialog.tsx";
import { type Draft, useDraft } from "./use-draft.ts";

const ganttState = z.object({ baseline: z.boolean().default(true), critical: z.boolean().default(false) });
type GanttState = z.output<typeof ganttState>;

function useDayKind(plan: Plan | undefined): DayKindOf {
  return useMemo(() => {
    const marks = new Map((plan?.days ?? []).map((day) => [day.date, day.kind]));
    return (date) => marks.get(date) ?? plainWeek(date);
  }, [plan?.days]);
}

interface BarProps {
  readonly plan: Plan;
  readonly state: GanttState;
  readonly setState: (patch: Partial<GanttState>) => void;
}

function Bar({ plan, state, setState }: BarProps): ReactElement {
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const phone = usePhone();
  return (
    <div className="tk-gantt-bar">
      {!phone && (
        <>
          <Checkbox checked={state.critical} onChange={(event) => setState({ critical: event.target.checked })}>
            {t.criticalOnly}
          </Checkbox>
          <Checkbox checked={state.baseline} onChange={(event) => setState({ baseline: event.target.checked })}>
            {t.baseline}
          </Checkbox>
        </>
      )}
      {plan.abilities.edit && !phone && <span className="tk-quiet">{t.hint}</span>}
      <span className="tk-gantt-bar-end yt-figures">
        {plan.undated.length > 0 && <span>{t.undated({ count: plan.undated.length })}</span>}
        {plan.finish && (
          <span>
            {t.finish} <strong>{format.date(plan.finish)}</strong>
          </span>
        )}
      </span>
    </div>
  );
}

interface DraftBarProps {
  readonly draft: Draft;
  readonly onLook: () => void;
}

/** What is not published yet, and what to do with it. */
function DraftBar({ draft, onLook }: DraftBarProps): ReactElement | null {
  const t = useMessages(ganttTexts);
  const { broken } = draft;
  const shown = draft.edits.length > 0;
  useShortcut({ keys: "mod+enter", label: t.look, enabled: shown && !broken, run: onLook });
  useShortcut({ keys: "mod+z", label: t.undo, enabled: shown, run: draft.undo });
  if (!shown) return null;
  const words = broken ? t.broken : t.draft({ edits: draft.edits.length, moves: draft.moves.length });
  return (
    <div className="tk-draft" role="status">
      <strong className="yt-figures">{words}</strong>
      <Button size="small" onClick={draft.undo}>
        {t.undo}
      </Button>
      <Button size="small" onClick={draft.clear}>
        {t.discard}
      </Button>
      <Button size="small" type="primary" disabled={broken} onClick={onLook}>
        {t.look}
      </Button>
    </div>
  );
}

function useTitles(plan: Plan | undefined): (taskId: string) => string {
  const titles = useMemo(() => new Map(plan?.tasks.map((task) => [task.id, task.title])), [plan]);
  return (taskId) => titles.get(taskId) ?? "";
}

const DRAWN = "draft:";

/** Links of the plan with those drawn and removed in the draft. */
function draftLinks(plan: Plan, draft: Draft) {
  const removed = new Set(draft.edits.flatMap((edit) => (edit.kind === "remove-link" ? [edit.linkId] : [])));
  const kept = plan.links
    .filter((link) => !removed.has(link.id))
    .map(({ id, fromId, toId, type, lag }) => ({
      id,
      from: fromId,
      to: toId,
      type,
      lagDays: lag && lag.kind !== "percent" ? lag.days : 0,
    }));
  const drawn = draft.edits.flatMap((edit, i) =>
    edit.kind === "add-link" ? [{ id: DRAWN + i, from: edit.fromId, to: edit.toId, type: edit.type, lagDays: 0 }] : [],
  );
  return [...kept, ...drawn];
}

/** The place in the draft of a link drawn there; undefined for links of the plan. */
const drawnAt = (linkId: string): number | undefined =>
  linkId.startsWith(DRAWN) ? Number(linkId.slice(DRAWN.length)) : undefined;

function useRefusals(titleOf: (taskId: string) => string): (problem: Problem | undefined) => void {
  const t = useMessages(ganttTexts);
  const sentenceOf = useProblemText();
  return (problem) => {
    if (!problem) return;
    const path = problem.params?.["path"];
    const { code, status } = problem.definition;
    if (typeof path === "string") toast.warn(t.cycle({ path: path.split(" ").map(titleOf).join(" → ") }));
    else toast.warn(sentenceOf({ code, status, ...(problem.params ? { params: { ...problem.params } } : {}) }));
  };
}

function Chart({ plan, draft, state }: { readonly plan: Plan; readonly draft: Draft; readonly state: GanttState }) {
  const t = useMessages(ganttTexts);
  const [, setPeek] = useUrlState(peekState);
  const dayKind = useDayKind(plan);
  const refuse = useRefusals(useTitles(plan));
  const editable = plan.abilities.edit;
  const rows = useMemo(
    () =>
      ganttTasks(plan, {
        schedule: draft.schedule,
        baseline: state.baseline,
        criticalOnly: state.critical,
        editable,
      }),
    [plan, draft.schedule, state.baseline, state.critical, editable],
  );
  const links = useMemo(() => draftLinks(plan, draft), [plan, draft]);
  const open = (taskId: string): void => {
    if (!isPhaseRow(taskId)) setPeek({ task: taskId });
  };
  const link = ({ from, to, type }: GanttNewLink): void => {
    if (!isPhaseRow(from) && !isPhaseRow(to)) refuse(draft.add({ kind: "add-link", fromId: from, toId: to, type }));
  };
  const unlink = (linkId: string): void => {
    const drawn = drawnAt(linkId);
    if (drawn === undefined) refuse(draft.add({ kind: "remove-link", linkId }));
    else draft.drop(drawn);
  };
  if (rows.length === 0) return <EmptyState text={t.empty} />;
  return (
    <Gantt
      label={t.gantt}
      tasks={rows}
      links={links}
      today={plan.today}
      dayKind={dayKind}
      onOpen={open}
      {...(editable
        ? {
            preview: draft.ghosts,
            onChange: (change) => refuse(draft.move(change)),
            onLink: link,
            onUnlink: unlink,
          }
        : {})}
    />
  );
}

/** 甘特图 of a project: a draft of moves and links, shown with everything it pushes, and published in one go. */
export default function GanttPage(): ReactElement {
  const t = useMessages(ganttTexts);
  const words = useMessages(taskTexts);
  const project = useProject();
  const go = useGo();
  const [state, setState] = useUrlState(ganttState);
  const [peek, setPeek] = useUrlState(peekState);
  const { data: plan, problem, reload } = useOperation(tasks.getPlan, { params: { projectId: project.id } });
  const draft = useDraft(project.id, plan);
  const titleOf = useTitles(plan);
  const publishing = usePreview(project.id, draft.edits);
  const editable = plan?.abilities.edit ?? false;
  useShortcut({ keys: "c", label: words.newTask, enabled: editable, run: () => setPeek({ create: true }) });
  if (problem && !plan) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!plan) return <Skeleton columns={["348px", "1fr"]} rowPx={32} />;
  return (
    <div className="tk-view">
      {editable && (
        <ProjectAction>
          <Button type="primary" icon={<PlusIcon />} onClick={() => setPeek({ create: true })}>
            {words.newTask}
          </Button>
        </ProjectAction>
      )}
      <Bar plan={plan} state={state} setState={setState} />
      {plan.uncertainYears.length > 0 && (
        <p className="tk-uncertain">{t.uncertain({ years: plan.uncertainYears.join("、") })}</p>
      )}
      <Chart plan={plan} draft={draft} state={state} />
      <DraftBar draft={draft} onLook={publishing.look} />
      {publishing.preview && (
        <PublishDialog
          projectId={project.id}
          edits={draft.edits}
          preview={publishing.preview}
          titleOf={titleOf}
          onStale={publishing.look}
          onDone={() => {
            draft.clear();
            publishing.close();
          }}
          onClose={publishing.close}
        />
      )}
      {peek.task !== "" && (
        <TaskPeek
          taskId={peek.task}
          onClose={() => setPeek({ task: "" })}
          onOpenFull={() => go(`/tasks/${peek.task}`)}
        />
      )}
      {peek.create && editable && (
        <CreateTask start={{ projectId: project.id }} onClose={() => setPeek({ create: false })} />
      )}
    </div>
  );
}
