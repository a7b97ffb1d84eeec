import { useMessages } from "@yutu/i18n";
import { ProjectAction, useProject } from "@yutu/projects/web";
import {
  ActionMenu,
  Board,
  type BoardColumn,
  ChevronDownIcon,
  MoreIcon,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  useGo,
  usePermission,
  usePhone,
  useShortcut,
  useUrlState,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { TASK_STATUSES, type TaskStatus } from "../../domain/status.ts";
import { CreateTask } from "../create/create-task.tsx";
import { TaskPeek } from "../detail/task-peek.tsx";
import { SearchField } from "../list/list-bar.tsx";
import { ListFilters } from "../list/list-filters.tsx";
import { type BoardState, boardState, LANES, peekState } from "../list/list-state.ts";
import { SavedViews } from "../list/saved-views.tsx";
import { useGroupNames, usePhases, useProjects } from "../list/use-group-names.ts";
import { TaskStatusRing } from "../look/task-status.tsx";
import "../look/view.css";
import { taskTexts } from "../messages.ts";
import { TaskPick, usePickKeys } from "../pick/task-picks.tsx";
import type { TaskRow } from "../task-row.ts";
import { LaneMark } from "./lane-mark.tsx";
import { laneKey } from "./lanes.ts";
import { LimitDialog } from "./limit-dialog.tsx";
import { boardTexts } from "./messages.ts";
import { BoardTask, cardHeight } from "./task-card.tsx";
import { useBoard } from "./use-board.ts";

const keyOf = (row: TaskRow): string => row.id;
const columnOf = (row: TaskRow): string => row.status;
const nameOf = (row: TaskRow): string => row.title;
const drawCard = (row: TaskRow): ReactElement => <BoardTask row={row} />;
const HIDDEN_COLUMNS = ["status"] as const;

interface ColumnActions {
  readonly add: (status: TaskStatus) => void;
  readonly setLimit: (status: TaskStatus) => void;
}

function useBoardColumns(state: BoardState, rows: readonly TaskRow[], editable: boolean, act: ColumnActions) {
  const t = useMessages(boardTexts);
  const words = useMessages(taskTexts);
  const used = TASK_STATUSES.filter((s) => s !== "cancelled" || rows.some((row) => row.status === "cancelled"));
  return used.map((status): BoardColumn => {
    const column = words.status[status];
    const limit = state.limits[status];
    return {
      key: status,
      title: column,
      mark: <TaskStatusRing status={status} named={false} />,
      ...(limit === undefined ? {} : { limit }),
      action: editable && (
        <>
          <button
            type="button"
            className="yt-plain yt-icon-button"
            aria-label={t.addIn({ column })}
            onClick={() => act.add(status)}
          >
            <PlusIcon />
          </button>
          <ActionMenu
            label={t.columnMenu({ column })}
            align="end"
            groups={[{ key: "column", actions: [{ key: "limit", label: t.limit, run: () => act.setLimit(status) }] }]}
          >
            <MoreIcon strokeWidth={1.8} />
          </ActionMenu>
        </>
      ),
    };
  });
}

interface BarProps {
  readonly projectId: string;
  readonly state: BoardState;
  readonly setState: (patch: Partial<BoardState>) => void;
}

function Bar({ projectId, state, setState }: BarProps): ReactElement {
  const t = useMessages(boardTexts);
  const phone = usePhone();
  return (
    <ListFilters
      state={state}
      onChange={setState}
      without={HIDDEN_COLUMNS}
      leading={
        <ActionMenu
          label={t.lane}
          className="yt-plain tk-bar-button"
          groups={[
            {
              key: "lanes",
              actions: LANES.map((lane) => ({
                key: lane,
                label: t.lanes[lane],
                checked: lane === state.lane,
                run: () => setState({ lane }),
              })),
            },
          ]}
        >
          {t.lanes[state.lane]} <ChevronDownIcon width={12} height={12} />
        </ActionMenu>
      }
      trailing={
        !phone && (
          <>
            <SearchField value={state.q} onChange={(q) => setState({ q })} />
            <SavedViews
              projectId={projectId}
              path={`/projects/${projectId}/board`}
              view="board"
              search={state}
              schema={boardState}
            />
          </>
        )
      }
    />
  );
}

/** 看板 of a project: by status, in lanes when wanted. */
export default function BoardPage(): ReactElement {
  const t = useMessages(boardTexts);
  const words = useMessages(taskTexts);
  const project = useProject();
  const go = useGo();
  const [state, setState] = useUrlState(boardState);
  const [peek, setPeek] = useUrlState(peekState);
  const [adding, setAdding] = useState<TaskStatus>();
  const [limiting, setLimiting] = useState<TaskStatus>();
  const editable = usePermission("tasks.edit") && project.status !== "closed" && project.status !== "cancelled";
  const phases = usePhases(project.id);
  const names = useGroupNames(phases, useProjects(false));
  const board = useBoard(project.id, state, names);
  const columns = useBoardColumns(state, board.rows, editable, { add: setAdding, setLimit: setLimiting });
  const [picking, setPicking] = usePickKeys(() => board.rows.filter((row) => row.id === peek.task), editable);
  useShortcut({ keys: "c", label: words.newTask, enabled: editable, run: () => setAdding("todo") });
  const step = (by: 1 | -1): void => {
    const next = board.rows[board.rows.findIndex((row) => row.id === peek.task) + by];
    if (next) setPeek({ task: next.id });
  };
  const { lane } = state;
  const lanes = board.lanes?.map(({ key, name }) => ({
    key,
    title: name,
    mark: lane !== "none" && <LaneMark kind={lane} value={key} name={name} />,
  }));
  return (
    <div className="tk-view">
      {editable && (
        <ProjectAction>
          <Button type="primary" icon={<PlusIcon />} onClick={() => setAdding("todo")}>
            {words.newTask}
          </Button>
        </ProjectAction>
      )}
      <Bar projectId={project.id} state={state} setState={setState} />
      <ProblemNotice problem={board.problem} onRetry={() => void board.reload()} />
      {board.loading && <Skeleton columns={["1fr", "1fr", "1fr", "1fr"]} rowPx={90} />}
      {!board.loading && (
        <Board
          label={t.board}
          columns={columns}
          {...(lanes && lane !== "none" ? { lanes, laneOf: (row: TaskRow) => laneKey(row, lane) } : {})}
          cards={board.rows}
          keyOf={keyOf}
          columnOf={columnOf}
          nameOf={nameOf}
          heightOf={cardHeight}
          render={drawCard}
          onOpen={(row) => setPeek({ task: row.id })}
          current={peek.task}
          {...(editable ? { onMove: board.move } : {})}
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
      {picking && <TaskPick picking={picking} phases={phases} onClose={() => setPicking(undefined)} />}
      {adding && <CreateTask start={{ projectId: project.id, status: adding }} onClose={() => setAdding(undefined)} />}
      {limiting && (
        <LimitDialog
          column={words.status[limiting]}
          limit={state.limits[limiting]}
          onSave={(limit) => {
            const { [limiting]: _gone, ...others } = state.limits;
            setState({ limits: limit === undefined ? others : { ...others, [limiting]: limit } });
          }}
          onClose={() => setLimiting(undefined)}
        />
      )}
    </div>
  );
}
