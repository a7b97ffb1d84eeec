import type { Call } from "@yutu/application";
import type { OperationInput } from "@yutu/contract";
import { decodeCursor, ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { inVisibleProject } from "@yutu/projects/server";
import { eq, type SQL } from "drizzle-orm";
import type { listTasks as operation } from "../../contract/task-operations.ts";
import { reachProject, todayOf } from "../access.ts";
import { type PresentedRow, presentRows } from "../presenters.ts";
import { conditionsOf, findTitled, selectTasks } from "../repository/list-tasks.ts";
import { tasks } from "../tables.ts";

type Query = OperationInput<typeof operation>["query"];

/** Which tasks a question is about; undefined for a project that does not exist for the caller, which has none. */
async function scopeOf(call: Call, projectId: string | undefined): Promise<SQL | undefined> {
  if (projectId === undefined) return inVisibleProject(tasks.projectId, call.actor);
  const project = await reachProject(call, projectId);
  return project.ok ? eq(tasks.projectId, projectId) : undefined;
}

export async function listTasks(
  call: Call,
  query: Query,
): Promise<Result<{ items: PresentedRow[]; nextCursor: string | null }, Problem>> {
  const scope = await scopeOf(call, query.projectId);
  if (scope === undefined) return ok({ items: [], nextCursor: null });
  const assigneeId = query.mine ? [call.actor.memberId] : query.assigneeId;
  const titled = query.q ? await findTitled(call.tx, query.q) : null;
  const condition = conditionsOf({ ...query, scope, assigneeId, titled }, await todayOf(call));
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
