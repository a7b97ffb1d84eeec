// Events over HTTP in batches to the built server, each answered only once it is on disk; then every one is looked for in the warehouse.
// Memory is bounded when the largest size, sent to a server of its own as each is, takes hardly more than the one before.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { z } from "zod";
import { DemoServer } from "../apps/server/test/support/demo-server.ts";
import { watchMemory } from "./memory.ts";
import { type Figure, report } from "./record.ts";

const SIZES = [100_000, 300_000, 1_000_000] as const;
const BATCH = 500;
const CONNECTIONS = 8;
const BAR_PER_SECOND = 20_000;
/** How much more memory than the middle size the largest may take. */
const BAR_GROWTH = 1.25;

interface Order {
  readonly origin: string;
  readonly writeKey: string;
  readonly events: number;
  readonly run: string;
}
interface Sent {
  readonly milliseconds: number;
  readonly accepted: number;
  readonly refusals: number;
}

const event = (id: string, n: number) => ({
  type: "track",
  event: n % 10 === 0 ? "Order Completed" : "Product Viewed",
  messageId: id,
  userId: `u${n % 5_000}`,
  properties: { product_id: `p${n % 300}`, price: 19.9, position: n % 12, list: "首页推荐" },
  context: { page: { path: "/p", url: "https://shop.example/p?utm_campaign=none" }, library: { name: "bench" } },
});

/** Sends everything over a few connections; what is put off with 429 is sent again, as clients do. */
async function send({ origin, writeKey, events, run }: Order): Promise<Sent> {
  const bodies = Array.from({ length: events / BATCH }, (_, b) =>
    Buffer.from(
      JSON.stringify({
        writeKey,
        batch: Array.from({ length: BATCH }, (_, i) => event(`${run}-${b}-${i}`, b * BATCH + i)),
      }),
    ),
  );
  let next = 0;
  let accepted = 0;
  let refusals = 0;
  const connection = async (): Promise<void> => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      for (let isTaken = false; !isTaken; ) {
        const headers = { "content-type": "application/json" };
        const answer = await fetch(`${origin}/v1/batch`, { method: "POST", headers, body });
        await answer.arrayBuffer();
        isTaken = answer.status === 200;
        if (!isTaken) refusals += 1;
        if (!isTaken) await new Promise((resolve) => setTimeout(resolve, 200));
      }
      accepted += BATCH;
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, connection));
  return { milliseconds: performance.now() - began, accepted, refusals };
}

/** The senders are a process of their own, so that they do not take the server's thread. */
async function sendFromOutside(order: Order): Promise<Sent> {
  const sender = fork(fileURLToPath(import.meta.url), [JSON.stringify(order)]);
  const [sent] = (await once(sender, "message")) as [Sent];
  return sent;
}

/** What is in the warehouse of a source's events, once nothing waits any more. */
async function counted(server: DemoServer, workspaceId: string, sourceId: string) {
  const sql = "SELECT uniqExact(message_id) AS ids, count() AS n FROM {{events}} WHERE source_id = {sourceId:String}";
  const row = z.object({ ids: z.coerce.number(), n: z.coerce.number() });
  return server.look(async ({ application: { services } }) => {
    for (let waits = true; waits; ) {
      const what = "events on their way to the warehouse";
      waits = (await services.database.querySystem(what, "SELECT 1 FROM event_spool LIMIT 1")).length > 0;
    }
    return unwrap(await services.warehouse.query({ workspaceId }, { sql, params: { sourceId }, row }))[0];
  });
}

/** @returns the most memory above idle, MB */
async function measureSize(server: DemoServer, events: number): Promise<{ figures: Figure[]; above: number }> {
  const owner = await server.as("owner");
  const body = { name: `bench ${events}`, kind: "events" as const, channel: "website" };
  const { id, writeKey } = await owner.must(ingestion.createSource, { body });
  const mostAboveIdle = watchMemory(server.pid);
  const sent = await sendFromOutside({ origin: server.origin, writeKey: writeKey ?? "", events, run: `r${events}` });
  const above = mostAboveIdle();
  const found = await counted(server, owner.workspaceId, id);
  if (found?.n !== events || found.ids !== events) throw new Error(`${found?.n} of ${events} events arrived`);
  const perSecond = (events / sent.milliseconds) * 1000;
  const size = `${events.toLocaleString("en")} events`;
  const figures = [
    {
      task: `answered, on disk; batches of ${BATCH}`,
      size,
      value: `${Math.round(perSecond).toLocaleString("en")} /s, ${sent.refusals} put off`,
      bar: `> ${BAR_PER_SECOND.toLocaleString("en")} /s`,
      isMet: perSecond > BAR_PER_SECOND,
    },
    { task: "memory above idle, engines included", size, value: `${above.toFixed(0)} MB` },
  ];
  return { figures, above };
}

/** Three times and more the events must not take more memory. */
function growth([, middle = 0, largest = 0]: readonly number[]): Figure {
  const factor = largest / middle;
  return {
    task: "memory of the largest size against the middle one",
    size: `${SIZES[2].toLocaleString("en")} events`,
    value: `${factor.toFixed(2)} ×`,
    bar: `≤ ${BAR_GROWTH} ×`,
    isMet: factor <= BAR_GROWTH,
  };
}

async function main(): Promise<void> {
  const server = await DemoServer.start("bench-ingestion");
  try {
    const memory: number[] = [];
    for (const events of SIZES) {
      const { figures, above } = await measureSize(server, events);
      report("Events over HTTP", figures);
      memory.push(above);
    }
    report("Events over HTTP", [growth(memory)]);
  } finally {
    await server.remove();
  }
}

const order = process.argv[2];
if (order === undefined) await main();
else process.send?.(await send(JSON.parse(order) as Order), () => process.disconnect());
