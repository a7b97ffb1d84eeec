import type { EventDefinition, EventSubject, LiveHint } from "@yutu/contract";
import type pg from "pg";
import type { z } from "zod";
import type { TenantContext } from "./context.ts";

/** Channels of LISTEN/NOTIFY: the relay wakes on the first, web nodes forward the second to browsers. */
export const OUTBOX_CHANNEL = "yutu_outbox";
export const LIVE_CHANNEL = "yutu_live";

/** A hint on its way from the database to the web nodes, which keep it inside its workspace. */
export type RoutedHint = LiveHint & { readonly workspaceId: string };

const hintText = (context: TenantContext, event: string, subject: EventSubject): string => {
  const hint: RoutedHint = {
    workspaceId: context.workspaceId,
    event,
    entity: subject.entity,
    id: subject.id,
    projectId: subject.projectId ?? null,
    actorId: context.actor.id,
  };
  return JSON.stringify(hint);
};

/** Tells the workspace's browsers of something that leaves no event behind, with the commit. */
export async function notifyBrowsers(
  client: pg.ClientBase,
  context: TenantContext,
  event: string,
  subject: EventSubject,
): Promise<void> {
  await client.query("SELECT pg_notify($1, $2)", [LIVE_CHANNEL, hintText(context, event, subject)]);
}

const INSERT = `
  WITH written AS (
    INSERT INTO outbox (id, type, version, payload, entity, entity_id, project_id, actor_kind, actor_id, request_id, occurred_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING 1)
  SELECT pg_notify('${OUTBOX_CHANNEL}', ''), pg_notify('${LIVE_CHANNEL}', $12) FROM written`;

/** Appends an event to the outbox of the open transaction; both notifications go out with the commit. */
export async function appendEvent<Schema extends z.ZodType>(
  client: pg.ClientBase,
  context: TenantContext,
  event: EventDefinition<Schema>,
  payload: z.input<Schema>,
  subject: EventSubject,
  made: { id: string; at: Date },
): Promise<void> {
  const checked = event.schema.parse(payload);
  await client.query(INSERT, [
    made.id,
    event.type,
    event.version,
    JSON.stringify(checked),
    subject.entity,
    subject.id,
    subject.projectId ?? null,
    context.actor.kind,
    context.actor.id,
    context.requestId,
    made.at,
    hintText(context, event.type, subject),
  ]);
}
