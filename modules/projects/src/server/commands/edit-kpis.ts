import { type Call, checkVersion, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import { isOpen, projectProblems } from "../../domain/index.ts";
import { findGoal, findKpi, kpisOf } from "../goal-repository.ts";
import { kpiCheckins, kpis } from "../tables.ts";
import { findVisibleProject, isOnProject, type ProjectRow } from "../visibility.ts";
import { announceGoals, openGoal } from "./edit-goals.ts";
import { checkOwner, insertKpi, type KpiInput, kpiColumns } from "./manage-goals.ts";
import { settleGoals } from "./settle-goals.ts";

type Done = Result<Record<string, never>, Problem>;

async function finish(call: Call, project: ProjectRow): Promise<Done> {
  const settled = await settleGoals(call.tx, project);
  if (!settled.ok) return settled;
  await announceGoals(call, project.id);
  return ok({});
}

export async function createKpi(call: Call, goalId: string, body: KpiInput): Promise<Result<{ id: string }, Problem>> {
  const opened = await openGoal(call, goalId);
  if (!opened.ok) return opened;
  const { project } = opened.value;
  const siblings = (await kpisOf(call.tx, project.id)).filter((k) => k.goalId === goalId);
  const position = Math.max(-1, ...siblings.map((k) => k.position)) + 1;
  const added = await insertKpi(call.tx, { projectId: project.id, goalId, position }, body, "/body");
  if (!added.ok) return added;
  const finished = await finish(call, project);
  return finished.ok ? ok({ id: added.value }) : finished;
}

export async function updateKpi(
  call: Call,
  kpiId: string,
  body: KpiInput & { readonly expectedVersion?: number | undefined },
): Promise<Done> {
  const { tx } = call;
  const kpi = await findKpi(tx, kpiId);
  if (!kpi) return notFound("KPI");
  const opened = await openGoal(call, kpi.goalId);
  if (!opened.ok) return opened;
  const { expectedVersion, ...input } = body;
  const current = checkVersion(kpi.version, expectedVersion);
  if (!current.ok) return current;
  const owner = await checkOwner(tx, input.ownerId, "/body");
  if (!owner.ok) return owner;
  const columns = kpiColumns(input, "/body");
  if (!columns.ok) return columns;
  await tx.db
    .update(kpis)
    .set({ ...columns.value, updatedAt: tx.now, version: sql`${kpis.version} + 1` })
    .where(eq(kpis.id, kpiId));
  return finish(call, opened.value.project);
}

export async function deleteKpi(call: Call, kpiId: string): Promise<Done> {
  const kpi = await findKpi(call.tx, kpiId);
  if (!kpi) return notFound("KPI");
  const opened = await openGoal(call, kpi.goalId);
  if (!opened.ok) return opened;
  await call.tx.db.delete(kpis).where(eq(kpis.id, kpiId));
  return finish(call, opened.value.project);
}

interface CheckIn {
  readonly day: string;
  readonly value: number;
  readonly note: string;
}

/** Enters a value by hand: its owner, or anybody who works on the project. */
export async function checkIn(call: Call, kpiId: string, body: CheckIn): Promise<Result<{ id: string }, Problem>> {
  const { tx, actor } = call;
  const kpi = await findKpi(tx, kpiId);
  const project = kpi && (await findVisibleProject(tx, actor, kpi.projectId));
  if (!project) return notFound("KPI");
  const ownerId = kpi.ownerId ?? (await findGoal(tx, kpi.goalId))?.ownerId;
  if (ownerId !== actor.memberId && !(await isOnProject(tx, actor, project)))
    return err(problem(projectProblems.notOwner, "Ask the KPI's owner to enter it."));
  if (!isOpen(project.status))
    return err(problem(projectProblems.closed, "A project that has ended is kept as it was."));
  if (kpi.source !== "manual")
    return err(problem(projectProblems.boundToMetric, "Change the KPI's source to manual first, or correct the data."));
  const id = tx.ids.next("kci");
  await tx.db.insert(kpiCheckins).values({ id, kpiId, ...body, byMemberId: actor.memberId, createdAt: tx.now });
  await announceGoals(call, project.id);
  return ok({ id });
}
