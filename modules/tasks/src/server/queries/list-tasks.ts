import type { Call } from "@yutu/application";
import type { OperationInput } from "@yutu/contract";
import { decodeCursor, ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { visibleProjectIds } from "@yutu/projects/server";
import type { listTasks as operation } from "../../contract/task-operations.ts";
import { reachProject, todayOf } from "../access.ts";
import { type PresentedRow, presentRows } from "../presenters.ts";
import { conditionsOf, findTitled, selectTasks } from "../repository/list-tasks.ts";

type Query = OperationInput<typeof operation>["query"];

/** Which projects a question is about; a project that does not exist for the caller has no tasks. */
export async function scopeOf(call: Call, projectId: string | undefined): Promise<string[]> {
  if (projectId === undefined) return visibleProjectIds(call.tx, call.actor);
  const project = await reachProject(call, projectId);
  return project.ok ? [projectId] : [];
}

export async function listTasks(
  call: Call,
  query: Query,
): Promise<Result<{ items: PresentedRow[]; nextCursor: string | null }, Problem>> {
  const projectIds = await scopeOf(call, query.projectId);
  if (projectIds.length === 0) return ok({ items: [], nextCursor: null });
  const assigneeId = query.mine ? [call.actor.memberId] : query.assigneeId;
  const titled = query.q ? await findTitled(call.tx, query.q) : null;
  const condition = conditionsOf({ ...query, projectIds, assigneeId, titled }, await todayOf(call));
  const cursor = query.cursor ? decodeCursor(query.cursor, 2) : undefined;
  const found = await selectTasks(call.tx, condition, query, {
    limit: query.limit,
    after: cursor?.ok ? cursor.value : undefined,
  });
  const page = toPage(found, query.limit, ({ key, task }) => [key, task.id]);
  const items = await presentRows(
    call,
    page.items.map(({ task }) => task),
  );
  return ok({ items, nextCursor: page.nextCursor });
}
