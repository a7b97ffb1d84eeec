// Dashboards over HTTP as the pages ask for them, all tiles at once, on 10,000,000 events and 50,000 and 500,000 orders made by SQL.
import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureDatabase, startEmbeddedPostgres } from "@yutu/database";
import { createDemoWorkspace } from "@yutu/identity/server";
import { DEFAULT_TILES, type Reader, type Tile } from "@yutu/insights/domain";
import { unwrap } from "@yutu/kernel";
import { migrateDatabase } from "@yutu/server";
import { type ChdbEngine, openChdb, openWarehouse, warehouseOn } from "@yutu/warehouse";
import type pg from "pg";
import { root } from "../tools/run/paths.mjs";
import { fill, PROJECTS } from "./lists/fill.ts";
import { type Figure, report } from "./record.ts";
import { engineCpuMs, openStand, signIn } from "./stand.ts";

const ORDERS = [50_000, 500_000] as const;
const LINES_PER_ORDER = 2;
const EVENTS = 10_000_000;
const AD_ROWS = 200_000;
const DAYS = 730;
const REPEATS = 7;
const BAR_MS = 1000;

const project = (n: string): string => `concat('prj_', leftPad(toString(1 + ${n} % ${PROJECTS}), 26, '0'))`;
const channel = (n: string): string => `['tmall', 'jd', 'douyin', 'xiaohongshu', 'offline'][1 + ${n} % 5]`;
const day = (n: string): string => `toDate('2025-01-01') + cityHash64(${n}, 7) % ${DAYS}`;
const COMMON = "'src_bench', 'imp_bench', number, 1, 1, now64(3)";

/** Every value follows from its number, so that runs are alike. */
const facts = (workspaceId: string, orders: number): readonly string[] => [
  `INSERT INTO yutu.fact_order_lines (workspace_id, source_id, import_id, row_number, version, sequence, fetched_at, project_id, channel, order_no,
     line_no, kind, ordered_at, ordered_on, sku, product_name, quantity, unit_price, currency, amount_minor, gross_minor, net_minor, customer_id, region)
   SELECT '${workspaceId}', ${COMMON}, ${project("order")}, ${channel("order")}, toString(order), concat('s', toString(number % ${LINES_PER_ORDER}), '#1'),
     if(order % 20 = 0, 'return', 'sale'), toDateTime64(on, 3, 'UTC'), on, concat('SKU', toString(number % 500)), concat('商品 ', toString(number % 500)),
     1, 99, 'CNY', 9900, if(order % 20 = 0, 0, 9900), if(order % 20 = 0, -9900, 9900), concat('m', toString(order % 200000)), '浙江省'
   FROM (SELECT number, intDiv(number, ${LINES_PER_ORDER}) AS order, ${day("order")} AS on FROM numbers(${orders * LINES_PER_ORDER}))`,
  `INSERT INTO yutu.fact_ad_facts (workspace_id, source_id, import_id, row_number, version, sequence, fetched_at, project_id, channel, fact_on, account,
     campaign, ad_group, ad, line_no, currency, spend_minor, impressions, clicks)
   SELECT '${workspaceId}', ${COMMON}, ${project("number")}, ${channel("number")}, ${day("number")}, 'a', concat('c', toString(number % 1000)), 'g', 'ad',
     toString(number), 'CNY', 5000 + number % 1000, 1000, 20 FROM numbers(${AD_ROWS})`,
];

const events = (workspaceId: string): string => `
  INSERT INTO yutu.fact_events (workspace_id, source_id, message_id, type, event, user_id, occurred_at, received_at, channel, project_id)
  SELECT '${workspaceId}', 'src_web', toString(number), 'track', if(number % 3 = 0, 'Product Viewed', concat('e', toString(number % 26))),
    concat('u', toString(cityHash64(number, 1) % 200000)), at, at, ${channel("number")}, ${project("number")}
  FROM (SELECT number, toDateTime64('2025-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(cityHash64(number, 5) % (${DAYS} * 86400)) AS at FROM numbers(${EVENTS}))`;

interface Asked {
  readonly name: string;
  readonly reader: Reader;
  readonly from: string;
  readonly to: string;
  /** How figures over time are split in a window so long. */
  readonly split: "day" | "month";
  readonly compare: "before" | "none";
  readonly projectId?: string;
}

const TO = "2026-06-30";
const DASHBOARDS: readonly Asked[] = [
  { name: "executive, a month", reader: "executive", from: "2026-06-01", to: TO, split: "day", compare: "before" },
  {
    name: "executive, all of the time",
    reader: "executive",
    from: "2025-01-01",
    to: TO,
    split: "month",
    compare: "none",
  },
  { name: "channels, a quarter", reader: "channel", from: "2026-04-01", to: TO, split: "day", compare: "before" },
  {
    name: "one project, all of the time",
    reader: "project",
    from: "2025-01-01",
    to: TO,
    split: "month",
    compare: "none",
    projectId: `prj_${"7".padStart(26, "0")}`,
  },
];

function addressOf({ from, to, split, compare, projectId }: Asked, tile: Tile): string {
  const query = new URLSearchParams({ from, to, compare });
  for (const id of tile.metricIds) query.append("metricId", id);
  if (projectId !== undefined) query.set("projectId", projectId);
  query.set("groupBy", tile.groupBy === null || tile.groupBy === "day" ? split : tile.groupBy);
  return `/metric-values?${query}`;
}

/** Milliseconds until the last tile is there; the page asks for all at once. */
async function load(baseUrl: string, cookie: string, asked: Asked): Promise<number> {
  const began = performance.now();
  await Promise.all(
    DEFAULT_TILES[asked.reader].map(async (tile) => {
      const answer = await fetch(baseUrl + addressOf(asked, tile), { headers: { cookie } });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${answer.status}: ${text.slice(0, 300)}`);
      if (!text.includes('"groups"')) throw new Error("an answer without groups");
    }),
  );
  return performance.now() - began;
}

async function measure(engine: ChdbEngine, baseUrl: string, cookie: string, orders: number): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const asked of DASHBOARDS) {
    const times: number[] = [];
    times.push(await load(baseUrl, cookie, asked));
    const worked = engineCpuMs(engine);
    for (let i = 0; i < REPEATS; i++) times.push(await load(baseUrl, cookie, asked));
    const cpuMs = (engineCpuMs(engine) - worked) / REPEATS;
    const [first = 0, ...later] = times;
    const median = later.sort((a, b) => a - b)[Math.floor(later.length / 2)] ?? 0;
    figures.push({
      task: `${asked.name}, ${DEFAULT_TILES[asked.reader].length} tiles`,
      size: `${orders.toLocaleString("en")} orders`,
      value: `${median.toFixed(0)} ms (first ${first.toFixed(0)}, CPU ${cpuMs.toFixed(0)})`,
      bar: `< ${BAR_MS} ms`,
      isMet: median < BAR_MS,
    });
  }
  return figures;
}

const run = async (engine: ChdbEngine, sql: string): Promise<void> => {
  unwrap(await engine.command({ sql, params: {}, timeoutMs: 900_000 }));
};

async function measureAt(connection: pg.ClientConfig, folder: string, orders: number): Promise<void> {
  await migrateDatabase(connection, root);
  const dataDir = join(folder, "warehouse");
  // The schema by the product's own way in; then the engine alone, since facts made by SQL are no door of the product.
  await (await openWarehouse({ kind: "chdb", dataDir, migrationsDir: join(root, "database", "clickhouse") })).close();
  const engine = await openChdb({ dataDir });
  const { app, baseUrl, stop } = await openStand(connection, folder, warehouseOn(engine, { database: "yutu" }));
  try {
    const { workspaceId, people } = await createDemoWorkspace(app.services);
    await fill(connection, workspaceId, people[0]?.userId ?? "", 10_000);
    for (const sql of [...facts(workspaceId, orders), events(workspaceId)]) await run(engine, sql);
    // Number 3 is an executive, who sees money of all open projects.
    const cookie = await signIn(baseUrl, "user3@bench.yutu.local");
    report(
      `Dashboards, ${EVENTS.toLocaleString("en")} events (median of ${REPEATS})`,
      await measure(engine, baseUrl, cookie, orders),
    );
  } finally {
    await stop();
  }
}

async function main(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), "yutu-dashboards-"));
  await chmod(base, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: base, onLog: () => undefined });
  try {
    for (const orders of ORDERS) {
      const name = `dashboards_${orders}`;
      await ensureDatabase(postgres.connection("postgres"), name);
      await measureAt(postgres.connection(name), join(base, name), orders);
    }
  } finally {
    await postgres.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

await main();
