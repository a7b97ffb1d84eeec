// The six questions of the quality bars on 1 and on 10 million events made by SQL, asked through the tenant wall on the embedded engine.
// Linux only: the time of the engine's process is read from /proc.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrap } from "@yutu/kernel";
import { type ChdbEngine, openChdb, openWarehouse, type Warehouse, warehouseOn } from "@yutu/warehouse";
import { root } from "../tools/run/paths.mjs";
import { type Figure, report } from "./record.ts";
import { engineCpuMs } from "./stand.ts";

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

/** Whole seconds: two steps within one second count as in order. */
const funnel = (condition: string): string => `
  SELECT level, count() AS n FROM (SELECT windowFunnel(604800)(toUInt32(occurred_at), event = 'view', event = 'cart', event = 'checkout', event = 'pay') AS level
  FROM {{events}} WHERE event IN ('view', 'cart', 'checkout', 'pay') AND ${condition} GROUP BY actor_key) GROUP BY level ORDER BY level`;
/** Weeks since the first day, a bit for each in which a person came: one pass over the events, and exact. */
const WEEKS =
  "groupBitOr(bitShiftLeft(toUInt64(1), intDiv(dateDiff('second', toDateTime('2026-01-01 00:00:00', 'UTC'), occurred_at), 604800)))";

const QUESTIONS: readonly (readonly [string, string])[] = [
  [
    "daily counts per channel",
    "SELECT toDate(occurred_at) AS day, channel, count() AS n FROM {{events}} GROUP BY day, channel ORDER BY day, channel",
  ],
  ["funnel of 4 steps in 7 days, begun in 30 days", funnel("toDate(occurred_at) >= '2026-05-31'")],
  ["funnel of 4 steps in 7 days, all 180 days", funnel("1")],
  [
    "weekly retention",
    `SELECT cohort, after, count() AS n FROM (SELECT ${WEEKS} AS weeks, bitCount(bitXor(weeks, weeks - 1)) - 1 AS cohort FROM {{events}} GROUP BY actor_key)
     ARRAY JOIN bitPositionsToArray(bitShiftRight(weeks, cohort)) AS after GROUP BY cohort, after ORDER BY cohort, after`,
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

interface Time {
  readonly wallMs: number;
  /** Time of the engine's threads together: what the question costs, however busy the machine is. */
  readonly cpuMs: number;
}

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

async function median(engine: ChdbEngine, warehouse: Warehouse, sql: string): Promise<Time> {
  const ask = async () =>
    unwrap(await warehouse.query(tenant, { sql, row: { parse: (row: unknown) => row }, timeoutMs: 120_000 }));
  await ask();
  const times: Time[] = [];
  for (let i = 0; i < REPEATS; i++) {
    const [began, worked] = [performance.now(), engineCpuMs(engine)];
    await ask();
    times.push({ wallMs: performance.now() - began, cpuMs: engineCpuMs(engine) - worked });
  }
  return { wallMs: middle(times.map((t) => t.wallMs)), cpuMs: middle(times.map((t) => t.cpuMs)) };
}

async function measureAt(events: number): Promise<Time[]> {
  const dataDir = mkdtempSync(join(tmpdir(), "yutu-bench-analytics-"));
  // The schema by the product's own way in; then the engine alone, since facts made by SQL are no door of the product.
  await (await openWarehouse({ kind: "chdb", dataDir, migrationsDir: join(root, "database", "clickhouse") })).close();
  const engine = await openChdb({ dataDir });
  try {
    unwrap(await engine.command({ sql: fill(events, events / 50), params: {}, timeoutMs: 900_000 }));
    unwrap(await engine.command({ sql: "OPTIMIZE TABLE yutu.fact_events FINAL", params: {}, timeoutMs: 900_000 }));
    const warehouse = warehouseOn(engine, { database: "yutu" });
    const times: Time[] = [];
    for (const [, sql] of QUESTIONS) times.push(await median(engine, warehouse, sql));
    return times;
  } finally {
    await engine.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const [small, large] = [await measureAt(SIZES[0]), await measureAt(SIZES[1])];
const shown = ({ wallMs, cpuMs: cpu }: Time): string => `${wallMs.toFixed(0)} ms, CPU ${cpu.toFixed(0)} ms`;
const figures = QUESTIONS.flatMap(([task], i): Figure[] => {
  const [a, b] = [small[i], large[i]];
  if (a === undefined || b === undefined) return [];
  const exponent = Math.log(b.wallMs / a.wallMs) / Math.log(SIZES[1] / SIZES[0]);
  return [
    { task, size: sizeOf(SIZES[0]), value: shown(a) },
    {
      task,
      size: sizeOf(SIZES[1]),
      value: `${shown(b)}, exponent ${exponent.toFixed(2)}`,
      bar: `< ${BAR_MS} ms`,
      isMet: b.wallMs < BAR_MS,
    },
  ];
});
report(`Analytics on events (median of ${REPEATS})`, figures);
