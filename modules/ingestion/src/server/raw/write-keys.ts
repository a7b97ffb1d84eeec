import type { Services } from "@yutu/application";
import { workspaceFacts } from "@yutu/identity/server";
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

async function findSource(services: Services, writeKey: string): Promise<OpenSource | null> {
  const [row] = await services.database.querySystem<{ workspace_id: string; id: string }>(
    "a write key says whose events these are",
    "SELECT workspace_id, id FROM sources WHERE write_key = $1 AND disabled_at IS NULL",
    [writeKey],
  );
  if (!row) return null;
  const actor = { kind: "system" as const, id: null };
  const context = {
    workspaceId: row.workspace_id,
    actor,
    operation: "ingestion.acceptEvents",
    requestId: "",
    readOnly: true,
  };
  const { currency } = await services.database.withTenant(context, workspaceFacts);
  return { workspaceId: row.workspace_id, sourceId: row.id, home: isCurrency(currency) ? currency : ("CNY" as const) };
}

/** The source of a write key; null when there is none or it is switched off. */
export async function sourceOfKey(services: Services, writeKey: string): Promise<OpenSource | null> {
  if (!/^[\w-]{4,100}$/.test(writeKey)) return null;
  const keys = remembered.get(services) ?? new Map<string, Remembered>();
  remembered.set(services, keys);
  const known = keys.get(writeKey);
  if (known !== undefined && known.until > performance.now()) return known.source;
  const source = await findSource(services, writeKey);
  if (keys.size >= MOST_REMEMBERED) keys.clear();
  keys.set(writeKey, { source, until: performance.now() + REMEMBER_MS });
  return source;
}
