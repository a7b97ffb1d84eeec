import type { Services } from "@yutu/application";

const PAUSE_MS = 40;
const LIMIT_MS = 60_000;

/** Waits until `done` says so; the demo's story goes on where events and jobs have caught up. */
export async function waitFor(what: string, done: () => Promise<boolean>): Promise<void> {
  for (let waited = 0; waited < LIMIT_MS; waited += PAUSE_MS) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error(`waited too long for ${what}`);
}

/** Waits until every event has been delivered. */
export const eventsDelivered = ({ database }: Services): Promise<void> =>
  waitFor("events", async () => {
    const [row] = await database.querySystem<{ n: number }>(
      "wait for the demo's events",
      "SELECT count(*)::int AS n FROM outbox WHERE delivered_at IS NULL AND attempts < 3",
    );
    return row?.n === 0;
  });
