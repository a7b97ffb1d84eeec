import type { Services } from "@yutu/application";
import type { SystemTx } from "@yutu/database";
import type { WarehouseTenant } from "@yutu/warehouse";
import { WarehouseStatementError } from "@yutu/warehouse";
import { z } from "zod";
import { Attributor } from "../imports/attribution.ts";
import { orTryLater } from "../imports/import-run.ts";
import { quarantine } from "../repositories/quarantine-repository.ts";
import { type SpooledEvent, unpackEvents } from "./spooled-event.ts";

/** What goes to the warehouse in one insert. A batch is in memory several times over, here and in the engine. */
const BATCH_EVENTS = 20_000;
const BATCH_BYTES = 8 << 20;
/** How far back a message id is looked for. Clients repeat a message within hours; a day is promised. */
const LOOK_BACK_MS = 26 * 3_600_000;
const LOCK = 7_268_007;
const IDS_AT_ONCE = 20_000;

interface SpoolRow {
  readonly workspace_id: string;
  readonly lines: Buffer;
  readonly keys: Buffer;
}

// A batch is marked before it is sent: after a crash the same rows go out again under the same token.
const MARK = `
  WITH oldest AS (SELECT workspace_id, id, events, length(lines) AS bytes FROM event_spool ORDER BY id LIMIT 5000),
       numbered AS (SELECT workspace_id, id, sum(events) OVER (ORDER BY id) - events AS before, sum(bytes) OVER (ORDER BY id) - bytes AS bytes_before FROM oldest),
       batch AS (SELECT nextval('event_batches') AS number)
  UPDATE event_spool s SET batch = batch.number FROM numbered n, batch WHERE s.workspace_id = n.workspace_id AND s.id = n.id AND n.before < $1 AND n.bytes_before < $2
  RETURNING s.batch`;

/** The batch that is under way, else a new one; null when nothing waits. */
async function nextBatch(services: Services): Promise<number | null> {
  const [open] = await services.database.querySystem<{ batch: string | null }>(
    "the batch under way",
    "SELECT min(batch) AS batch FROM event_spool",
  );
  if (open?.batch) return Number(open.batch);
  const [marked] = await services.database.querySystem<{ batch: string }>("mark the next batch", MARK, [
    BATCH_EVENTS,
    BATCH_BYTES,
  ]);
  return marked ? Number(marked.batch) : null;
}

const idRow = z.object({ source_id: z.string(), message_id: z.string() });

const placeOf = (sourceId: string, messageId: string): string => `${sourceId}\n${messageId}`;

/** The first of each message id of a source, less those that the warehouse got within the last day. */
async function withoutDuplicates(
  services: Services,
  tenant: WarehouseTenant,
  events: readonly SpooledEvent[],
): Promise<SpooledEvent[]> {
  const first = new Map<string, SpooledEvent>();
  for (const event of events) {
    const place = placeOf(event.sourceId, event.messageId);
    if (!first.has(place)) first.set(place, event);
  }
  const ids = [...first.values()].map((event) => event.messageId);
  const since = new Date(services.clock.now().getTime() - LOOK_BACK_MS).toISOString().replace("Z", "");
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    // The key finds candidates without reading text; the text decides.
    const known = await services.warehouse.query(tenant, {
      sql: `SELECT source_id, message_id FROM {{events}} WHERE received_at >= {since:DateTime64(3, 'UTC')}
            AND message_key IN (SELECT sipHash64({workspaceId:String}, arrayJoin({ids:Array(String)})))`,
      params: { since, ids: ids.slice(at, at + IDS_AT_ONCE) },
      row: idRow,
      timeoutMs: 30_000,
    });
    for (const { source_id, message_id } of orTryLater(known)) first.delete(placeOf(source_id, message_id));
  }
  return [...first.values()];
}

/** Adds what the event belongs to. The line is JSON of an object, so members can be put in front. */
function completed(event: SpooledEvent, attributor: Attributor): string {
  const found = attributor.find(event);
  if (found === null) return event.line;
  const members = {
    project_id: found.projectId,
    channel: found.channel,
    link_code: found.linkCode,
    asset_version_id: found.assetVersionId,
    task_id: found.taskId,
  };
  return `${JSON.stringify(members).slice(0, -1)},${event.line.slice(1)}`;
}

/** Inserts events; where the engine refuses a row, halves the batch until the row is found, and puts that one aside. */
async function insert(
  services: Services,
  tenant: WarehouseTenant,
  events: readonly SpooledEvent[],
  lines: readonly string[],
  token: string,
): Promise<void> {
  try {
    orTryLater(await services.warehouse.insert("events", [{ ...tenant, rows: lines }], token));
  } catch (error) {
    if (!(error instanceof WarehouseStatementError)) throw error;
    if (events.length === 1) return putAside(services, tenant, events, error.message);
    const half = Math.ceil(events.length / 2);
    await insert(services, tenant, events.slice(0, half), lines.slice(0, half), `${token}.0`);
    await insert(services, tenant, events.slice(half), lines.slice(half), `${token}.1`);
  }
}

async function putAside(
  services: Services,
  tenant: WarehouseTenant,
  events: readonly SpooledEvent[],
  reason: string,
): Promise<void> {
  services.log.warn({ reason: reason.slice(0, 300) }, "the warehouse refused an event");
  const rows = events.map(({ sourceId, line }) => ({
    sourceId,
    importId: null,
    rowNumber: null,
    cells: [line],
    problems: [{ code: "refused-by-store", field: "" as const, value: reason.slice(0, 200) }],
  }));
  const context = {
    ...tenant,
    actor: { kind: "system", id: null },
    operation: "ingestion.write-events",
    requestId: "",
  } as const;
  await services.database.withTenant(context, (tx) => quarantine(tx, rows));
}

async function writeTenant(
  services: Services,
  workspaceId: string,
  events: readonly SpooledEvent[],
  batch: number,
): Promise<void> {
  const tenant = { workspaceId };
  const fresh = await withoutDuplicates(services, tenant, events);
  const attributor = new Attributor();
  const context = {
    workspaceId,
    actor: { kind: "system", id: null },
    operation: "ingestion.write-events",
    requestId: "",
    readOnly: true,
  } as const;
  await services.database.withTenant(context, (tx) => attributor.learn(tx, fresh));
  const lines = fresh.map((event) => completed(event, attributor));
  if (lines.length > 0) await insert(services, tenant, fresh, lines, `events:${workspaceId}:${batch}`);
  services.meter.count("yutu_ingestion_events_total", "Events written to the warehouse.", {}, fresh.length);
  services.meter.count(
    "yutu_ingestion_duplicates_total",
    "Events dropped because they had come before.",
    {},
    events.length - fresh.length,
  );
}

async function writeBatch(services: Services, batch: number): Promise<void> {
  const rows = await services.database.querySystem<SpoolRow>(
    "read a batch of events",
    "SELECT workspace_id, lines, keys FROM event_spool WHERE batch = $1 ORDER BY id",
    [batch],
  );
  const tenants = new Map<string, SpooledEvent[]>();
  for (const { workspace_id, lines, keys } of rows) {
    const events = tenants.get(workspace_id) ?? [];
    tenants.set(workspace_id, events);
    for (const event of unpackEvents(lines, keys)) events.push(event);
  }
  for (const [workspaceId, events] of tenants) await writeTenant(services, workspaceId, events, batch);
  await services.database.querySystem("the batch is in the warehouse", "DELETE FROM event_spool WHERE batch = $1", [
    batch,
  ]);
}

/** The lock is held in a transaction, and a long transaction keeps the database from clearing away what was deleted. */
const TURN_MS = 5_000;

/**
 * Brings spooled events to the warehouse, oldest first. One process does so at a time: only then can "has this message
 * come before" be answered exactly.
 * @returns whether there may be more: false when none waits or somebody else is at it
 */
export async function drainSpool(services: Services): Promise<boolean> {
  return services.database.withSystem("one writer of events at a time", async (lock: SystemTx) => {
    const [turn] = await lock.query<{ mine: boolean }>("SELECT pg_try_advisory_xact_lock($1) AS mine", [LOCK]);
    if (turn?.mine !== true) return false;
    const until = performance.now() + TURN_MS;
    while (performance.now() < until) {
      const batch = await nextBatch(services);
      if (batch === null) return false;
      await writeBatch(services, batch);
    }
    return true;
  });
}
