import { useMessages } from "@yutu/i18n";
import {
  EmptyState,
  NoMatch,
  ProblemNotice,
  Skeleton,
  type StateSchema,
  useGo,
  usePhone,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, type ReactNode, useState } from "react";
import { CreateTask } from "../create/create-task.tsx";
import { TaskPeek } from "../detail/task-peek.tsx";
import { taskTexts } from "../messages.ts";
import { type PickKind, TaskPick, usePickKeys } from "../pick/task-picks.tsx";
import type { TaskRow } from "../task-row.ts";
import { useTaskChanges } from "../use-task-changes.ts";
import { BulkBar } from "./bulk-bar.tsx";
import { focusedTaskId } from "./focused-task.ts";
import { GroupSwitch, OrderMenu, SearchField } from "./list-bar.tsx";
import { ListFilters } from "./list-filters.tsx";
import { type Group, isFiltered, type ListState, NO_FILTERS, peekState } from "./list-state.ts";
import "./list.css";
import "../look/view.css";
import { listTexts } from "./messages.ts";
import { SavedViews } from "./saved-views.tsx";
import { TaskCards } from "./task-cards.tsx";
import { TaskGrid } from "./task-grid.tsx";
import type { ColumnOptions } from "./use-columns.tsx";
import { type PhaseName, type ProjectNames, useGroupNames } from "./use-group-names.ts";
import { useTaskList } from "./use-task-list.ts";

interface Props extends ColumnOptions {
  readonly projectId?: string;
  readonly state: ListState;
  readonly setState: (patch: Partial<ListState>) => void;
  readonly groups: readonly Group[];
  readonly phases: readonly PhaseName[];
  readonly projects: ProjectNames;
  readonly mine?: boolean;
  /** Before the grouping switch. */
  readonly scope?: ReactNode;
  readonly path: string;
  /** How the page reads its address. */
  readonly schema: StateSchema<object>;
  readonly emptyText: string;
}

const SKELETON = ["1fr", "104px", "104px", "112px", "128px", "108px"];
const NOTHING: ReadonlySet<string> = new Set();

interface EmptyProps {
  readonly filtered: boolean;
  readonly text: string;
  readonly onClear: () => void;
  readonly onCreate: (() => void) | undefined;
}

function Nothing({ filtered, text, onClear, onCreate }: EmptyProps): ReactElement {
  const t = useMessages(listTexts);
  if (filtered) return <NoMatch onClear={onClear} />;
  return (
    <EmptyState
      text={text}
      action={
        onCreate && (
          <Button type="primary" onClick={onCreate}>
            {t.first}
          </Button>
        )
      }
    />
  );
}

/** The ticked tasks, else the one under the cursor, else the one whose details are open. */
function meantOf(rows: readonly TaskRow[], selected: ReadonlySet<string>, peeked: string): readonly TaskRow[] {
  if (selected.size > 0) return rows.filter((row) => selected.has(row.id));
  const id = focusedTaskId() ?? peeked;
  return rows.filter((row) => row.id === id);
}

function Bar(props: Props): ReactElement {
  const { state, setState, groups, scope, projectId, path, schema } = props;
  const phone = usePhone();
  return (
    <ListFilters
      state={state}
      onChange={setState}
      leading={
        <>
          {scope}
          <GroupSwitch groups={groups} value={state.group} onChange={(group) => setState({ group })} />
        </>
      }
      trailing={
        !phone && (
          <>
            <SearchField value={state.q} onChange={(q) => setState({ q })} />
            <OrderMenu order={state} onChange={setState} />
            <SavedViews projectId={projectId} path={path} view="list" search={state} schema={schema} />
          </>
        )
      }
    />
  );
}

/** A list of tasks with everything around it: chips, bulk actions, keys, panel. */
export function TaskView(props: Props): ReactElement {
  const { state, setState, editable, phases, projectId } = props;
  const t = useMessages(taskTexts);
  const phone = usePhone();
  const go = useGo();
  const [peek, setPeek] = useUrlState(peekState);
  const [selected, setSelected] = useState(NOTHING);
  const names = useGroupNames(phases, props.projects);
  const list = useTaskList({ projectId, state, mine: props.mine ?? false }, state.group, names);
  const { rows } = list;
  const changes = useTaskChanges();
  const create = (): void => setPeek({ create: true });
  useShortcut({ keys: "c", label: t.newTask, enabled: editable, run: create });
  const [picking, setPicking] = usePickKeys(() => meantOf(rows, selected, peek.task), editable);
  const chosen = rows.filter((row) => selected.has(row.id));
  const kinds: PickKind[] = ["status", "assignee", "dates", ...(phases.length > 0 ? (["phase"] as const) : [])];
  const open = (row: TaskRow): void => setPeek({ task: row.id });
  const step = (by: 1 | -1): void => {
    const next = rows[rows.findIndex((row) => row.id === peek.task) + by];
    if (next) open(next);
  };
  const empty = !list.loading && rows.length === 0;
  return (
    <div className="tk-view">
      <Bar {...props} />
      {chosen.length > 0 && (
        <BulkBar
          count={chosen.length}
          kinds={kinds}
          onPick={(kind) => setPicking({ kind, rows: chosen })}
          onDelete={() => void changes.remove(chosen).then((gone) => gone && setSelected(NOTHING))}
          onClear={() => setSelected(NOTHING)}
        />
      )}
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton columns={phone ? ["1fr"] : SKELETON} />}
      {empty && !list.problem && (
        <Nothing
          filtered={isFiltered(state)}
          text={props.emptyText}
          onClear={() => setState(NO_FILTERS)}
          onCreate={editable ? create : undefined}
        />
      )}
      {rows.length > 0 && phone && <TaskCards {...props} rows={rows} group={state.group} names={names} onOpen={open} />}
      {rows.length > 0 && !phone && (
        <TaskGrid
          {...props}
          rows={rows}
          group={state.group}
          names={names}
          selected={selected}
          onSelect={setSelected}
          current={peek.task}
          onOpen={open}
          order={state}
          onOrder={setState}
          onEnd={list.loadMore}
        />
      )}
      {peek.task !== "" && (
        <TaskPeek
          taskId={peek.task}
          onClose={() => setPeek({ task: "" })}
          onStep={step}
          onOpenFull={() => go(`/tasks/${peek.task}`)}
        />
      )}
      {picking && (
        <TaskPick
          picking={picking}
          phases={phases}
          onClose={() => setPicking(undefined)}
          onDone={() => setSelected(NOTHING)}
        />
      )}
      {peek.create && editable && (
        <CreateTask start={projectId ? { projectId } : {}} onClose={() => setPeek({ create: false })} />
      )}
    </div>
  );
}
