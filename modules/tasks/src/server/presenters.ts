import { type Call, may } from "@yutu/application";
import { countFilesOf } from "@yutu/assets/server";
import { listMembersByName } from "@yutu/identity/server";
import type { z } from "zod";
import type { linkedTaskSchema, taskRowSchema, taskSchema } from "../contract/schemas.ts";
import { isOverdue } from "../domain/status.ts";
import { mayEdit, type Reached, todayOf } from "./access.ts";
import type { CardRow } from "./repository/cards.ts";
import { countComments } from "./repository/comments.ts";
import { findTasks, linksAt, listPhases, subtasksOf } from "./repository/tasks.ts";
import { NOTHING_SPENT, spendingOf } from "./spending.ts";

export type PresentedRow = z.infer<typeof taskRowSchema>;
export type Names = ReadonlyMap<string, string>;

export const personOf = (names: Names, memberId: string) => ({ memberId, memberName: names.get(memberId) ?? "" });

/** Rows as they travel, with what hangs on them counted. */
export async function presentRows(call: Call, rows: readonly CardRow[]): Promise<PresentedRow[]> {
  if (rows.length === 0) return [];
  const { tx, actor } = call;
  const ids = rows.map((row) => row.id);
  const names = await listMembersByName(tx);
  const today = await todayOf(call);
  const comments = await countComments(tx, ids);
  const files = await countFilesOf(tx, "task", ids);
  const seesMoney = may(actor, "money.view");
  const spending = seesMoney ? await spendingOf(tx, ids) : undefined;
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    projectId: row.projectId,
    phaseId: row.phaseId,
    parentId: row.parentId,
    title: row.title,
    status: row.status,
    priority: row.priority,
    channel: row.channel,
    labels: row.labels,
    assignees: row.assigneeIds.map((id) => personOf(names, id)),
    milestone: row.milestone,
    startDate: row.startDate,
    dueDate: row.dueDate,
    durationDays: row.durationDays,
    completedOn: row.completedOn,
    progress: row.progress,
    overdue: isOverdue(row, today),
    checklistDone: row.checklist.filter((item) => item.done).length,
    checklistTotal: row.checklist.length,
    comments: comments.get(row.id) ?? 0,
    attachments: files.get(row.id) ?? 0,
    budgetMinor: seesMoney ? row.budgetMinor : null,
    spending: spending ? (spending.get(row.id) ?? NOTHING_SPENT) : null,
    version: row.version,
  }));
}

type Linked = z.infer<typeof linkedTaskSchema>;

async function linkedTasks({ tx }: Call, taskId: string): Promise<{ predecessors: Linked[]; successors: Linked[] }> {
  const links = await linksAt(tx, taskId);
  const others = new Map(
    (
      await findTasks(
        tx,
        links.map((l) => l.otherId),
      )
    ).map((t) => [t.id, t]),
  );
  const side = (which: "fromId" | "toId"): Linked[] =>
    links.flatMap(({ linkId, otherId, type, lag, ...ends }) => {
      const other = others.get(otherId);
      if (!other || ends[which] !== otherId) return [];
      return [{ linkId, taskId: other.id, number: other.number, title: other.title, status: other.status, type, lag }];
    });
  return { predecessors: side("fromId"), successors: side("toId") };
}

export async function presentTask(call: Call, { task, project }: Reached): Promise<z.infer<typeof taskSchema>> {
  const { tx, actor } = call;
  const names = await listMembersByName(tx);
  const subtasks = await subtasksOf(tx, task.id);
  const [row, ...below] = await presentRows(call, [task, ...subtasks]);
  if (!row) throw new Error("a task row presents itself as one row");
  const parent = task.parentId ? (await findTasks(tx, [task.parentId]))[0] : undefined;
  const phases = task.phaseId ? await listPhases(tx, task.projectId) : [];
  const edit = mayEdit(call, project);
  const converse = may(actor, "comments.write");
  return {
    ...row,
    description: task.description,
    checklist: task.checklist.map((item) => ({ ...item })),
    accountable: task.accountableId ? personOf(names, task.accountableId) : null,
    watchers: task.watcherIds.map((id) => personOf(names, id)),
    estimateMinutes: task.estimateMinutes,
    constraintKind: task.constraintKind,
    constraintDate: task.constraintDate,
    baselineStart: task.baselineStart,
    baselineDue: task.baselineDue,
    startedOn: task.startedOn,
    budgetLineKey: task.budgetLineKey,
    project: { id: project.id, name: project.name, color: project.color, currency: project.currency },
    phaseName: phases.find((p) => p.id === task.phaseId)?.name ?? null,
    parent: parent ? { id: parent.id, number: parent.number, title: parent.title } : null,
    subtasks: below,
    ...(await linkedTasks(call, task.id)),
    createdAt: task.createdAt.toISOString(),
    createdBy: task.createdBy ? personOf(names, task.createdBy) : null,
    abilities: {
      edit,
      comment: converse && !isOver(project),
      attach: converse && !isOver(project),
      seeMoney: may(actor, "money.view"),
    },
  };
}

const isOver = (project: Reached["project"]): boolean => project.status === "closed" || project.status === "cancelled";
