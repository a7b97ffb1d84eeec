import { type Call, may } from "@yutu/application";
import { listMembersByName } from "@yutu/identity/server";
import { decodeCursor, ok, type Problem, type Result, toPage } from "@yutu/kernel";
import type { z } from "zod";
import type { activitySchema } from "../../contract/schemas.ts";
import { reachTask } from "../access.ts";
import { findTasks, listPhases } from "../repository/tasks.ts";

type Activity = z.infer<typeof activitySchema>;
type Values = Readonly<Record<string, unknown>>;

interface HistoryRow {
  readonly id: string;
  /** Microseconds kept, so that the place in the list is exact. */
  readonly at: string;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  /** `insert` or `update` from the audit log, otherwise the type of an event. */
  readonly what: string;
  readonly before: Values | null;
  readonly after: Values | null;
}

/** Columns whose change people want to read, in the order they are told. */
const TOLD = [
  "title",
  "status",
  "assignee_ids",
  "accountable_id",
  "start_date",
  "due_date",
  "priority",
  "channel",
  "phase_id",
  "parent_id",
  "labels",
  "progress",
  "milestone",
  "estimate_minutes",
  "checklist",
  "budget_minor",
  "description",
  "deleted_at",
] as const;

const EVENTS = ["tasks.link-changed", "tasks.comment-added", "tasks.attachments-changed"];

const HISTORY = `
  SELECT id, history.at::text AS at, actor_kind, actor_id, what, before, after FROM (
    SELECT 'a' || lpad(seq::text, 16, '0') AS id, at, actor_kind, actor_id, action AS what, before, after FROM audit_log
    WHERE table_name = 'tasks' AND row_id = $1 AND (action = 'insert' OR after ?| $2::text[])
    UNION ALL
    SELECT 'e' || lpad(seq::text, 16, '0'), occurred_at, actor_kind, actor_id, type, NULL, payload FROM outbox
    WHERE entity = 'task' AND entity_id = $1 AND type = ANY($3)
  ) AS history
  WHERE $4::timestamptz IS NULL OR (history.at, id) < ($4::timestamptz, $5)
  ORDER BY history.at DESC, id DESC LIMIT $6`;

interface Readers {
  readonly names: ReadonlyMap<string, string>;
  readonly phases: ReadonlyMap<string, string>;
  readonly titles: ReadonlyMap<string, string>;
  readonly seesMoney: boolean;
}

const text = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** A stored value as people know it: names for ids, a count for a checklist. */
function readable(field: string, value: unknown, { names, phases, titles }: Readers): string | null {
  if (value === null || value === undefined) return null;
  switch (field) {
    case "assignee_ids":
      return (value as string[]).map((id) => names.get(id) ?? "").join("、");
    case "labels":
      return (value as string[]).join("、");
    case "accountable_id":
      return names.get(text(value)) ?? "";
    case "phase_id":
      return phases.get(text(value)) ?? "";
    case "parent_id":
      return titles.get(text(value)) ?? "";
    case "checklist": {
      const items = value as { done: boolean }[];
      return `${items.filter((item) => item.done).length}/${items.length}`;
    }
    case "description":
      return null;
    default:
      return text(value);
  }
}

function changesOf(row: HistoryRow, readers: Readers): Activity["changes"] {
  return TOLD.filter((field) => field !== "deleted_at" && row.after !== null && field in row.after)
    .filter((field) => field !== "budget_minor" || readers.seesMoney)
    .map((field) => ({
      field,
      before: readable(field, row.before?.[field], readers),
      after: readable(field, row.after?.[field], readers),
    }));
}

const DATES: ReadonlySet<string> = new Set(["start_date", "due_date"]);

function present(row: HistoryRow, readers: Readers): Activity | undefined {
  const actor =
    row.actor_id && row.actor_kind !== "system"
      ? { memberId: row.actor_id, memberName: readers.names.get(row.actor_id) ?? "" }
      : null;
  const said = (kind: Activity["kind"], changes: Activity["changes"] = []): Activity => ({
    id: row.id,
    at: new Date(row.at).toISOString(),
    actor,
    kind,
    changes,
  });
  const about = (id: unknown): Activity["changes"] => [
    { field: "task", before: null, after: readers.titles.get(text(id)) ?? "" },
  ];
  switch (row.what) {
    case "insert":
      return said("created");
    case "tasks.comment-added":
      return said("commented", [{ field: "comment", before: null, after: text(row.after?.["excerpt"] ?? "") }]);
    case "tasks.attachments-changed":
      return said(row.after?.["added"] === true ? "attached" : "detached");
    case "tasks.link-changed": {
      const { fromId, toId, added, taskId } = row.after ?? {};
      return said(added === true ? "link-added" : "link-removed", about(taskId === fromId ? toId : fromId));
    }
    default: {
      if (row.after && "deleted_at" in row.after)
        return said(row.after["deleted_at"] === null ? "restored" : "deleted");
      const changes = changesOf(row, readers);
      if (changes.length === 0) return undefined;
      return said(changes.every((c) => DATES.has(c.field)) ? "rescheduled" : "changed", changes);
    }
  }
}

const otherTasks = (rows: readonly HistoryRow[]): string[] =>
  rows.flatMap(({ before, after }) =>
    [before?.["parent_id"], after?.["parent_id"], after?.["fromId"], after?.["toId"]].filter(
      (id) => typeof id === "string",
    ),
  );

/** What happened to a task, newest first. */
export async function listActivity(
  call: Call,
  taskId: string,
  page: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<{ items: Activity[]; nextCursor: string | null }, Problem>> {
  const reached = await reachTask(call, taskId);
  if (!reached.ok) return reached;
  const { tx, actor } = call;
  const cursor = page.cursor ? decodeCursor(page.cursor, 2) : undefined;
  const [at, id] = cursor?.ok ? cursor.value : [null, null];
  const rows = await tx.query<HistoryRow>(HISTORY, [taskId, TOLD, EVENTS, at, id, page.limit + 1]);
  const readers: Readers = {
    names: await listMembersByName(tx),
    phases: new Map((await listPhases(tx, reached.value.project.id)).map((p) => [p.id, p.name])),
    titles: new Map((await findTasks(tx, otherTasks(rows))).map((t) => [t.id, t.title])),
    seesMoney: may(actor, "money.view"),
  };
  const { items, nextCursor } = toPage(rows, page.limit, (row) => [row.at, row.id]);
  return ok({ items: items.flatMap((row) => present(row, readers) ?? []), nextCursor });
}
