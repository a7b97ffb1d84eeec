import type { EventDefinition, EventSubject } from "@yutu/contract";
import type pg from "pg";
import type { z } from "zod";
import type { TenantContext } from "./context.ts";

/** Channels of LISTEN/NOTIFY: the relay wakes on the first, web nodes forward the second to browsers. */
export const OUTBOX_CHANNEL = "yutu_outbox";
export const LIVE_CHANNEL = "yutu_live";

/** What a browser is told: something changed; it refetches with its own rights. */
export interface LiveHint {
  readonly workspaceId: string;
  readonly event: string;
  readonly entity: string;
  readonly id: string;
  readonly projectId: string | null;
  readonly actorId: string | null;
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
  const hint: LiveHint = {
    workspaceId: context.workspaceId,
    event: event.type,
    entity: subject.entity,
    id: subject.id,
    projectId: subject.projectId ?? null,
    actorId: context.actor.id,
  };
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
    JSON.stringify(hint),
  ]);
}
