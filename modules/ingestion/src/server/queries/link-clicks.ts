import type { Warehouse, WarehouseTenant } from "@yutu/warehouse";
import { z } from "zod";
import type { Clicks } from "../presenters.ts";
import { CLICK_EVENT } from "../raw/link-routes.ts";

const clickRow = z.object({ code: z.string(), clicks: z.coerce.number(), visitors: z.coerce.number() });
const dayRow = z.object({ on: z.string(), clicks: z.coerce.number(), visitors: z.coerce.number() });

/** Clicks of each link; null while the warehouse cannot answer, so that links can be shown without. */
export async function clicksByCode(
  warehouse: Warehouse,
  tenant: WarehouseTenant,
  codes: readonly string[],
): Promise<ReadonlyMap<string, Clicks> | null> {
  if (codes.length === 0) return new Map();
  const found = await warehouse.query(tenant, {
    sql: `SELECT link_code AS code, count() AS clicks, uniqExact(actor_key) AS visitors FROM {{events}}
          WHERE event = {event:String} AND source_id = '' AND link_code IN {codes:Array(String)} GROUP BY code`,
    params: { event: CLICK_EVENT, codes: [...codes] },
    row: clickRow,
  });
  if (!found.ok) return null;
  const clicks = new Map<string, Clicks>(codes.map((code) => [code, { clicks: 0, visitors: 0 }]));
  for (const { code, ...counts } of found.value) clicks.set(code, counts);
  return clicks;
}

/** Clicks of one link day by day in the workspace's time zone; days without any are left out. */
export async function clicksByDay(
  warehouse: Warehouse,
  tenant: WarehouseTenant,
  code: string,
  since: Date,
  timeZone: string,
): Promise<z.infer<typeof dayRow>[]> {
  const found = await warehouse.query(tenant, {
    sql: `SELECT toString(toDate(occurred_at, {timeZone:String})) AS on, count() AS clicks, uniqExact(actor_key) AS visitors FROM {{events}}
          WHERE event = {event:String} AND source_id = '' AND link_code = {code:String} AND occurred_at >= {since:DateTime64(3, 'UTC')}
          GROUP BY on ORDER BY on`,
    params: { event: CLICK_EVENT, code, since: since.toISOString().replace("Z", ""), timeZone },
    row: dayRow,
  });
  return found.ok ? found.value : [];
}
