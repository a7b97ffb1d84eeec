import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import type { TestApp } from "@yutu/testkit";
import { z } from "zod";

/** An event source with its key. */
export async function eventSource(app: TestApp, name: string): Promise<{ id: string; writeKey: string }> {
  const source = await (await app.as("owner")).must(ingestion.createSource, {
    body: { name, kind: "events", channel: "website" },
  });
  return { id: source.id, writeKey: source.writeKey ?? "" };
}

/** Waits until no event is on its way. */
export async function drained(app: TestApp, timeoutMs = 20_000): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const [row] = await app.sql<{ n: number }>("SELECT count(*)::int AS n FROM event_spool");
    if (row?.n === 0) return;
    if (Date.now() > deadline) throw new Error(`${row?.n} rows are still in the spool`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const eventRow = z.object({
  message_id: z.string(),
  type: z.string(),
  event: z.string(),
  user_id: z.string(),
  anonymous_id: z.string(),
  at: z.string(),
  project_id: z.string(),
  channel: z.string(),
  link_code: z.string(),
  asset_version_id: z.string(),
  task_id: z.string(),
  utm_campaign: z.string(),
  revenue: z.coerce.number(),
  currency: z.string(),
  page_path: z.string(),
  properties: z.record(z.string(), z.unknown()),
});

/** What a source has sent, in order of message ids. */
export async function eventsOf(app: TestApp, workspaceId: string, sourceId: string) {
  await drained(app);
  return unwrap(
    await app.services.warehouse.query(
      { workspaceId },
      {
        sql: `SELECT message_id, type, event, user_id, anonymous_id, toString(occurred_at) AS at, project_id, channel, link_code, asset_version_id, task_id, utm_campaign,
              revenue_minor AS revenue, currency, page_path, properties FROM {{events}} WHERE source_id = {sourceId:String} ORDER BY message_id`,
        params: { sourceId },
        row: eventRow,
      },
    ),
  );
}
