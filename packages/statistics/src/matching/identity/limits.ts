import type { HeldIdentifier, IdentifierPolicy } from "./identifier.ts";

const DAY_MS = 86_400_000;

/** Two groups of identifier keys that people declared to be different persons. */
export interface Separation {
  readonly left: ReadonlySet<string>;
  readonly right: ReadonlySet<string>;
}

/** Whether an identifier still counts at a time. */
export const isValidAt = (held: HeldIdentifier, atMs: number): boolean =>
  held.validToMs === null || atMs < held.validToMs;

/** End of validity of an identifier taken up now. */
export const validityEnd = (policy: IdentifierPolicy | undefined, atMs: number): number | null =>
  policy?.lifetimeDays === undefined ? null : atMs + policy.lifetimeDays * DAY_MS;

/** Namespace of the first limit that a customer with these identifiers breaks, or null. */
export function brokenLimit(
  identifiers: Iterable<HeldIdentifier>,
  atMs: number,
  policies: ReadonlyMap<string, IdentifierPolicy>,
): string | null {
  const counts = new Map<string, number>();
  for (const held of identifiers) {
    const policy = policies.get(held.namespace);
    if (policy === undefined || policy.limit === null || !isValidAt(held, atMs)) continue;
    const window = policy.limitWindowDays;
    if (window !== undefined && held.heldSinceMs <= atMs - window * DAY_MS) continue;
    const scope = `${held.namespace}\u001f${held.scope}`;
    const count = (counts.get(scope) ?? 0) + 1;
    if (count > policy.limit) return held.namespace;
    counts.set(scope, count);
  }
  return null;
}

/** Whether one customer would hold identifiers from both sides of a separation. */
export const violatesSeparation = (
  combined: ReadonlyMap<string, unknown>,
  separations: readonly Separation[],
): boolean => separations.some(({ left, right }) => holdsAny(combined, left) && holdsAny(combined, right));

function holdsAny(combined: ReadonlyMap<string, unknown>, keys: ReadonlySet<string>): boolean {
  const [small, has] = combined.size < keys.size ? [combined.keys(), keys] : [keys.keys(), combined];
  for (const key of small) if (has.has(key)) return true;
  return false;
}
