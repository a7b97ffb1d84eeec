import { type Call, notFound } from "@yutu/application";
import { type TenantTx, violatedUnique } from "@yutu/database";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { ProjectRow } from "@yutu/projects/server";
import type { MovePreview } from "@yutu/scheduling";
import { eq } from "drizzle-orm";
import type { z } from "zod";
import type { moveSchema } from "../../contract/schemas.ts";
import { linkChanged } from "../../domain/events.ts";
import { dragged, type PlanEdit, previewEdits } from "../../domain/plan-change.ts";
import { taskProblems } from "../../domain/problems.ts";
import { isEnded } from "../../domain/status.ts";
import { checkOpen, reachProject } from "../access.ts";
import { basisOf, keepChange } from "../repository/plan-changes.ts";
import { findTask, lockPlan, type PlanRow, saveTask } from "../repository/tasks.ts";
import { adoptSchedule, differing, type LoadedPlan, loadPlan } from "../schedule.ts";
import { taskLinks } from "../tables.ts";

export type Move = z.infer<typeof moveSchema>;

export interface PlanPreview {
  readonly basis: string;
  readonly moves: Move[];
  readonly finish: { readonly before: string | null; readonly after: string | null };
  readonly lateMilestones: { taskId: string; title: string; limit: string; finish: string }[];
}

function movesOf({ rows, network }: LoadedPlan, preview: MovePreview): Move[] {
  const { schedule } = preview.network;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shifts = new Map(preview.moves.map((move) => [move.taskId, move.finishShiftDays]));
  return differing(rows, schedule).flatMap(({ id, startDate, dueDate }) => {
    const row = byId.get(id);
    if (!row) return [];
    return [
      {
        taskId: id,
        number: row.number,
        title: row.title,
        oldStart: network.schedule.task(id)?.start ?? row.startDate,
        oldFinish: network.schedule.task(id)?.finish ?? row.dueDate,
        newStart: startDate,
        newFinish: dueDate,
        shiftDays: shifts.get(id) ?? 0,
        milestone: row.milestone,
        chain: [...(preview.chainOf(id) ?? [id])],
      },
    ];
  });
}

function describe(plan: LoadedPlan, preview: MovePreview): PlanPreview {
  const { schedule } = preview.network;
  const lateMilestones = plan.rows.flatMap((row) => {
    const finish = schedule.task(row.id)?.finish;
    const limit = row.baselineDue;
    const slips = row.milestone && !isEnded(row.status) && limit && finish && finish > limit && row.dueDate !== finish;
    return slips ? [{ taskId: row.id, title: row.title, limit, finish }] : [];
  });
  return {
    basis: basisOf(plan),
    moves: movesOf(plan, preview),
    finish: { before: plan.network.schedule.span?.finish ?? null, after: schedule.span?.finish ?? null },
    lateMilestones,
  };
}

/** What edits would move; nothing is stored. */
export async function previewPlan(
  call: Call,
  projectId: string,
  edits: readonly PlanEdit[],
): Promise<Result<PlanPreview, Problem>> {
  const project = await reachProject(call, projectId);
  if (!project.ok) return project;
  const plan = await loadPlan(call.tx, project.value);
  if (!plan.ok) return plan;
  const preview = previewEdits(plan.value.network, plan.value.rows, plan.value.links, edits);
  return preview.ok ? ok(describe(plan.value, preview.value)) : preview;
}

export async function tellLink(
  tx: TenantTx,
  projectId: string,
  { fromId, toId }: { readonly fromId: string; readonly toId: string },
  added: boolean,
): Promise<void> {
  for (const taskId of [fromId, toId])
    await tx.emit(linkChanged, { taskId, projectId, fromId, toId, added }, { entity: "task", id: taskId, projectId });
}

/** Stores what edits say themselves. @returns the rows with the work that was stretched */
async function store(
  { tx }: Call,
  project: ProjectRow,
  plan: LoadedPlan,
  edits: readonly PlanEdit[],
): Promise<PlanRow[]> {
  const byId = new Map(plan.rows.map((row) => [row.id, row]));
  for (const edit of edits) {
    if (edit.kind === "move") {
      const row = byId.get(edit.taskId);
      // Its own rule would pull it back to where it was; who drags a task means the new place.
      if (row?.constraintKind) await saveTask(tx, row.id, { constraintKind: null, constraintDate: null });
      const durationDays = row && dragged(row, edit).durationDays;
      if (!row || durationDays === undefined || durationDays === row.durationDays) continue;
      await saveTask(tx, row.id, { durationDays });
      byId.set(row.id, { ...row, durationDays });
    } else if (edit.kind === "add-link") {
      const { fromId, toId, type, lag } = edit;
      await tx.db
        .insert(taskLinks)
        .values({ id: tx.ids.next("tln"), projectId: project.id, fromId, toId, type, lag: lag ?? null });
      await tellLink(tx, project.id, edit, true);
    } else {
      const link = plan.links.find((l) => l.id === edit.linkId);
      if (!link) continue;
      await tx.db.delete(taskLinks).where(eq(taskLinks.id, link.id));
      await tellLink(tx, project.id, link, false);
    }
  }
  return [...byId.values()];
}

const staleLink = (error: unknown): Result<never, Problem> => {
  if (violatedUnique(error) === undefined) throw error;
  return err(problem(taskProblems.linkExists, "There is such a link already."));
};

/** Makes the edits and moves what they push, all in this transaction; what it found is kept, see `undoPlan`. */
export async function applyPlan(
  call: Call,
  projectId: string,
  edits: readonly PlanEdit[],
  basis?: string,
): Promise<Result<PlanPreview & { readonly changeId: string }, Problem>> {
  const project = await reachProject(call, projectId);
  if (!project.ok) return project;
  const open = checkOpen(project.value);
  if (!open.ok) return open;
  await lockPlan(call.tx, projectId);
  const plan = await loadPlan(call.tx, project.value);
  if (!plan.ok) return plan;
  if (basis !== undefined && basis !== basisOf(plan.value))
    return err(problem(taskProblems.stalePlan, "Somebody changed the plan; look at the preview again."));
  const preview = previewEdits(plan.value.network, plan.value.rows, plan.value.links, edits);
  if (!preview.ok) return preview;
  let rows: PlanRow[];
  try {
    rows = await store(call, project.value, plan.value, edits);
  } catch (error) {
    return staleLink(error);
  }
  await adoptSchedule(call.tx, projectId, rows, preview.value.network.schedule);
  const changeId = await keepChange(call.tx, projectId, plan.value);
  return ok({ ...describe(plan.value, preview.value), changeId });
}

export async function addLink(
  call: Call,
  link: Omit<Extract<PlanEdit, { kind: "add-link" }>, "kind">,
): Promise<Result<{ id: string; moves: Move[] }, Problem>> {
  const from = await findTask(call.tx, link.fromId);
  const to = await findTask(call.tx, link.toId);
  const project = from && (await reachProject(call, from.projectId));
  if (!from || !to || !project?.ok) return notFound("task");
  const visible = to.projectId === from.projectId ? project : await reachProject(call, to.projectId);
  if (!visible.ok) return notFound("task");
  if (to.projectId !== from.projectId)
    return err(problem(taskProblems.unknownTask, "Link tasks of the same project.", { params: { taskId: to.id } }));
  const applied = await applyPlan(call, from.projectId, [{ kind: "add-link", ...link }]);
  if (!applied.ok) return applied;
  const [made] = await call.tx.query<{ id: string }>(
    "SELECT id FROM task_links WHERE from_id = $1 AND to_id = $2 AND type = $3",
    [link.fromId, link.toId, link.type],
  );
  return ok({ id: made?.id ?? "", moves: applied.value.moves });
}

export async function removeLink(call: Call, linkId: string): Promise<Result<Record<string, never>, Problem>> {
  const [link] = await call.tx.db.select().from(taskLinks).where(eq(taskLinks.id, linkId));
  const project = link && (await reachProject(call, link.projectId));
  if (!link || !project?.ok) return notFound("link");
  const open = checkOpen(project.value);
  if (!open.ok) return open;
  await lockPlan(call.tx, link.projectId);
  await call.tx.db.delete(taskLinks).where(eq(taskLinks.id, linkId));
  await tellLink(call.tx, link.projectId, link, false);
  return ok({});
}
