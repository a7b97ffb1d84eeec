import { usePagedOperation } from "@yutu/ui";
import { useMemo } from "react";
import { tasks } from "../../contract/index.ts";
import { usePendingChanges, withPending } from "../pending-changes.ts";
import { type GroupNames, inGroups } from "./group-tasks.ts";
import { type FilterState, filterQuery, type Group, type ListState } from "./list-state.ts";

const PAGE = 500;

interface Question {
  readonly projectId?: string | undefined;
  readonly state: FilterState & Pick<ListState, "sort" | "dir">;
  readonly mine?: boolean;
}

/** The rows of a view in the order of its groups, with what is still on its way laid over them. */
export function useTaskList({ projectId, state, mine = false }: Question, group: Group, names: GroupNames) {
  const list = usePagedOperation(tasks.listTasks, {
    query: {
      ...filterQuery(state),
      ...(projectId ? { projectId } : {}),
      ...(mine ? { mine: "true" as const } : {}),
      sort: state.sort,
      direction: state.dir,
      limit: PAGE,
    },
  });
  const pending = usePendingChanges();
  const rows = useMemo(
    () =>
      inGroups(
        list.items.map((row) => withPending(row, pending)),
        group,
        names,
      ),
    [list.items, pending, group, names],
  );
  return { ...list, rows };
}
