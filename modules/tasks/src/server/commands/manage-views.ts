import { type Call, checkVersion, notFound } from "@yutu/application";
import { listMembersByName } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { asc, eq, isNull, or, sql } from "drizzle-orm";
import { viewChanged } from "../../domain/events.ts";
import { taskProblems } from "../../domain/problems.ts";
import { reachProject } from "../access.ts";
import { savedViews } from "../tables.ts";

type Done = Result<Record<string, never>, Problem>;

interface ViewBody {
  readonly name: string;
  readonly shared: boolean;
  readonly view: string;
  readonly search: Record<string, unknown>;
}

export async function listViews(call: Call, projectId: string | undefined) {
  const { tx, actor } = call;
  if (projectId !== undefined) {
    const project = await reachProject(call, projectId);
    if (!project.ok) return project;
  }
  const names = await listMembersByName(tx);
  const place = projectId === undefined ? isNull(savedViews.projectId) : eq(savedViews.projectId, projectId);
  const rows = await tx.db
    .select()
    .from(savedViews)
    .where(sql`${place} AND ${or(eq(savedViews.ownerId, actor.memberId), eq(savedViews.shared, true))}`)
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(200);
  return ok({
    views: rows.map(({ id, name, shared, view, search, version, ownerId, projectId: place }) => ({
      id,
      projectId: place,
      name,
      shared,
      view,
      search,
      version,
      own: ownerId === actor.memberId,
      ownerName: names.get(ownerId) ?? "",
    })),
  });
}

const tell = ({ tx }: Call, id: string, projectId: string | null): Promise<void> =>
  tx.emit(viewChanged, { viewId: id }, { entity: "view", id, ...(projectId ? { projectId } : {}) });

export async function createView(
  call: Call,
  { projectId, ...body }: ViewBody & { readonly projectId: string | null },
): Promise<Result<{ id: string }, Problem>> {
  if (projectId !== null) {
    const project = await reachProject(call, projectId);
    if (!project.ok) return project;
  }
  const id = call.tx.ids.next("viw");
  await call.tx.db.insert(savedViews).values({ id, projectId, ownerId: call.actor.memberId, ...body });
  await tell(call, id, projectId);
  return ok({ id });
}

/** A view the caller may see and owns; one that is only shared with them is not theirs to change. */
async function ownView(call: Call, viewId: string) {
  const [row] = await call.tx.db.select().from(savedViews).where(eq(savedViews.id, viewId)).for("update");
  const own = row?.ownerId === call.actor.memberId;
  if (!row || (!own && !row.shared)) return notFound("view");
  if (row.projectId && !(await reachProject(call, row.projectId)).ok) return notFound("view");
  return own ? ok(row) : err(problem(taskProblems.notAuthor, "Save it under a name of your own."));
}

export async function updateView(
  call: Call,
  viewId: string,
  body: { readonly [Key in keyof ViewBody]?: ViewBody[Key] | undefined } & {
    readonly expectedVersion?: number | undefined;
  },
): Promise<Done> {
  const found = await ownView(call, viewId);
  if (!found.ok) return found;
  const current = checkVersion(found.value.version, body.expectedVersion);
  if (!current.ok) return current;
  const { name, shared, view, search, version } = found.value;
  await call.tx.db
    .update(savedViews)
    .set({
      name: body.name ?? name,
      shared: body.shared ?? shared,
      view: body.view ?? view,
      search: body.search ?? search,
      updatedAt: call.tx.now,
      version: version + 1,
    })
    .where(eq(savedViews.id, viewId));
  await tell(call, viewId, found.value.projectId);
  return ok({});
}

export async function deleteView(call: Call, viewId: string): Promise<Done> {
  const found = await ownView(call, viewId);
  if (!found.ok) return found;
  await call.tx.db.delete(savedViews).where(eq(savedViews.id, viewId));
  await tell(call, viewId, found.value.projectId);
  return ok({});
}
