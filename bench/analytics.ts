// The six questions of the quality bars on 1 and on 10 million events made by SQL, asked through the tenant wall on the embedded engine.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrap } from "@yutu/kernel";
import { openChdb, openWarehouse, type Warehouse, warehouseOn } from "@yutu/warehouse";
import { root } from "../tools/run/paths.mjs";
import { type Figure, report } from "./record.ts";

const SIZES = [1_000_000, 10_000_000] as const;
const sizeOf = (events: number): string => `${events.toLocaleString("en")} events`;
const REPEATS = 5;
const BAR_MS = 500;
const tenant = { workspaceId: "wsp_bench" };

/** 200,000 people, 30 kinds of events, 12 channels, 180 days; every value from its number, so that runs are alike. */
const fill = (events: number, people: number): string => `
  INSERT INTO yutu.fact_events (workspace_id, source_id, message_id, type, event, user_id, occurred_at, received_at, channel, project_id)
  SELECT '${tenant.workspaceId}', 'src_web', toString(number), 'track',
    if(kind < 40, 'view', if(kind < 55, 'cart', if(kind < 62, 'checkout', if(kind < 65, 'pay', concat('e', toString(kind % 26)))))),
    concat('u', toString(cityHash64(number, 1) % ${people})), at, at, concat('ch', toString(cityHash64(number, 3) % 12)), concat('prj_', toString(cityHash64(number, 4) % 50))
  FROM (SELECT number, cityHash64(number, 2) % 100 AS kind, toDateTime64('2026-01-01 00:00:00', 3, 'UTC') + toIntervalSecond(cityHash64(number, 5) % (180 * 86400)) AS at FROM numbers(${events}))`;

const MS = "toUInt64(toUnixTimestamp64Milli(occurred_at))";
const QUESTIONS: readonly (readonly [string, string])[] = [
  [
    "daily counts per channel",
    "SELECT toDate(occurred_at) AS day, channel, count() AS n FROM {{events}} GROUP BY day, channel ORDER BY day, channel",
  ],
  [
    "funnel, 4 steps, 7 days",
    `SELECT level, count() AS n FROM (SELECT actor_key, windowFunnel(604800000)(${MS}, event = 'view', event = 'cart', event = 'checkout', event = 'pay') AS level
     FROM {{events}} WHERE event IN ('view', 'cart', 'checkout', 'pay') GROUP BY actor_key) GROUP BY level ORDER BY level`,
  ],
  [
    "weekly retention",
    `SELECT cohort, week - cohort AS after, uniqExact(actor_key) AS n FROM
     (SELECT actor_key, toRelativeWeekNum(occurred_at) AS week FROM {{events}} GROUP BY actor_key, week) AS seen
     JOIN (SELECT actor_key, min(toRelativeWeekNum(occurred_at)) AS cohort FROM {{events}} GROUP BY actor_key) AS firsts USING (actor_key)
     GROUP BY cohort, after ORDER BY cohort, after`,
  ],
  [
    "paths of buyers for attribution",
    `SELECT path, count() AS n FROM (SELECT actor_key, arrayMap(p -> p.2, arraySort(groupArray((occurred_at, channel)))) AS path FROM {{events}}
     WHERE event = 'view' AND actor_key IN (SELECT actor_key FROM {{events}} WHERE event = 'pay' AND occurred_at >= toDateTime64('2026-06-01 00:00:00', 3, 'UTC'))
     AND occurred_at >= toDateTime64('2026-05-01 00:00:00', 3, 'UTC') GROUP BY actor_key) GROUP BY path ORDER BY n DESC LIMIT 100`,
  ],
  [
    "segment: 3 carts in 30 days and no payment",
    `SELECT count() AS n FROM (SELECT actor_key FROM {{events}} WHERE event IN ('cart', 'pay') AND occurred_at >= toDateTime64('2026-05-31 00:00:00', 3, 'UTC')
     GROUP BY actor_key HAVING countIf(event = 'cart') >= 3 AND countIf(event = 'pay') = 0)`,
  ],
  [
    "unique people per day",
    "SELECT toDate(occurred_at) AS day, uniq(actor_key) AS n FROM {{events}} GROUP BY day ORDER BY day",
  ],
];

async function median(warehouse: Warehouse, sql: string): Promise<number> {
  const ask = async () =>
    unwrap(await warehouse.query(tenant, { sql, row: { parse: (row: unknown) => row }, timeoutMs: 120_000 }));
  await ask();
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const began = performance.now();
    await ask();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[Math.floor(REPEATS / 2)] ?? 0;
}

async function measureAt(events: number): Promise<number[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "yutu-bench-analytics-"));
  // The schema by the product's own way in; then the engine alone, since facts made by SQL are no door of the product.
  await (await openWarehouse({ kind: "chdb", dataDir, migrationsDir: join(root, "database", "clickhouse") })).close();
  const engine = await openChdb({ dataDir });
  try {
    unwrap(await engine.command({ sql: fill(events, events / 50), params: {}, timeoutMs: 900_000 }));
    unwrap(await engine.command({ sql: "OPTIMIZE TABLE yutu.fact_events FINAL", params: {}, timeoutMs: 900_000 }));
    const warehouse = warehouseOn(engine, { database: "yutu" });
    const times: number[] = [];
    for (const [, sql] of QUESTIONS) times.push(await median(warehouse, sql));
    return times;
  } finally {
    await engine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const [small, large] = [await measureAt(SIZES[0]), await measureAt(SIZES[1])];
const figures = QUESTIONS.flatMap(([task], i): Figure[] => {
  const [a, b] = [small[i] ?? 0, large[i] ?? 0];
  const exponent = Math.log(b / a) / Math.log(SIZES[1] / SIZES[0]);
  return [
    { task, size: sizeOf(SIZES[0]), value: `${a.toFixed(0)} ms` },
    {
      task,
      size: sizeOf(SIZES[1]),
      value: `${b.toFixed(0)} ms (exponent ${exponent.toFixed(2)})`,
      bar: `< ${BAR_MS} ms`,
      isMet: b < BAR_MS,
    },
  ];
});
report("Analytics on events (median of 5)", figures);
