import type { Services } from "@yutu/application";
import { type Currency, isCurrency } from "@yutu/kernel";

/** A source that lets events in. */
export interface OpenSource {
  readonly workspaceId: string;
  readonly sourceId: string;
  /** Currency of the workspace, for revenue that names none. */
  readonly home: Currency;
}

interface Remembered {
  readonly source: OpenSource | null;
  readonly until: number;
}

/** How long a key that was renewed or switched off may still work. */
const REMEMBER_MS = 5_000;
const MOST_REMEMBERED = 5_000;
const remembered = new WeakMap<Services, Map<string, Remembered>>();

/** The source of a write key; null when there is none or it is switched off. */
export async function sourceOfKey(services: Services, writeKey: string): Promise<OpenSource | null> {
  if (!/^[\w-]{4,100}$/.test(writeKey)) return null;
  const keys = remembered.get(services) ?? new Map<string, Remembered>();
  remembered.set(services, keys);
  const known = keys.get(writeKey);
  if (known !== undefined && known.until > performance.now()) return known.source;
  const [row] = await services.database.querySystem<{ workspace_id: string; id: string; currency: string }>(
    "a write key says whose events these are",
    "SELECT s.workspace_id, s.id, w.currency FROM sources s JOIN workspaces w USING (workspace_id) WHERE s.write_key = $1 AND s.disabled_at IS NULL",
    [writeKey],
  );
  const source = row
    ? {
        workspaceId: row.workspace_id,
        sourceId: row.id,
        home: isCurrency(row.currency) ? row.currency : ("CNY" as const),
      }
    : null;
  if (keys.size >= MOST_REMEMBERED) keys.clear();
  keys.set(writeKey, { source, until: performance.now() + REMEMBER_MS });
  return source;
}
