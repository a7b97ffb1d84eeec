import { ok } from "@yutu/kernel";
import { type Matched, refuseMatch } from "../problems.ts";
import {
  type HeldIdentifier,
  type IdentifierKey,
  type IdentifierPolicy,
  keyOf,
  type Observation,
} from "./identifier.ts";
import { brokenLimit, type Separation, violatesSeparation } from "./limits.ts";
import { isBlockedValue } from "./policies.ts";

/** What deciding needs to know of a customer. */
export interface CustomerView {
  readonly id: string;
  readonly createdAtMs: number;
  readonly identifiers: readonly HeldIdentifier[];
}

export interface DroppedIdentifier {
  readonly identifier: IdentifierKey;
  /** `limit`: keeping it would break a limit; `separated`: people told us these are two persons. */
  readonly reason: "blocked" | "not-linkable" | "no-policy" | "limit" | "separated";
  /** Namespace whose limit would have broken. */
  readonly limitOf: string | null;
}

/** What to do with an observation. Ids are never re-issued: `survivorId` is an existing customer, or null to create one. */
export interface IdentityDecision {
  readonly kind: "create" | "attach" | "merge";
  readonly survivorId: string | null;
  readonly absorbedIds: readonly string[];
  /** Identifiers that matched or are taken up, strongest first. */
  readonly used: readonly IdentifierKey[];
  /** Part of `used` that no customer held before. */
  readonly attached: readonly IdentifierKey[];
  readonly dropped: readonly DroppedIdentifier[];
}

export interface IdentityContext {
  readonly policies: ReadonlyMap<string, IdentifierPolicy>;
  /** Customer that now holds an identifier, if any. */
  ownerOf(identifier: IdentifierKey): CustomerView | null;
  /** Groups of identifiers that must stay apart. */
  readonly separations: readonly Separation[];
}

/**
 * Decides whether an observation creates a customer, adds to one or merges several. When the result would break a limit
 * the weakest identifier of the observation is given up and matching starts again; what was given up needlessly is
 * taken back at the end. Between merged customers the oldest identified one survives, never an anonymous one.
 */
export function decideIdentity(observation: Observation, context: IdentityContext): Matched<IdentityDecision> {
  const { usable, dropped } = screen(observation, context);
  let used = usable;
  const givenUp: (Seen & { readonly conflict: Conflict })[] = [];
  for (let conflict = conflictOf(used, observation.atMs, context); conflict !== null; ) {
    const weakest = used.at(-1);
    if (weakest === undefined) break;
    givenUp.unshift({ ...weakest, conflict });
    used = used.slice(0, -1);
    conflict = conflictOf(used, observation.atMs, context);
  }
  for (const candidate of givenUp) {
    const wider = [...used, candidate];
    const conflict = conflictOf(wider, observation.atMs, context);
    if (conflict === null) used = wider;
    else dropped.push({ identifier: candidate.identifier, ...conflict });
  }
  const given = { dropped: dropped.length, observationId: observation.id };
  if (used.length === 0) return refuseMatch("noIdentifier", "no identifier of the observation may be used", given);
  return ok(conclude(used, dropped, context));
}

/** A usable identifier with its text key and the customer that holds it now. */
interface Seen {
  readonly key: string;
  readonly identifier: IdentifierKey;
  readonly strength: number;
  readonly owner: CustomerView | null;
}

type Conflict = Pick<DroppedIdentifier, "reason" | "limitOf">;

function conclude(
  used: readonly Seen[],
  dropped: readonly DroppedIdentifier[],
  context: IdentityContext,
): IdentityDecision {
  const ranked = ownersOf(used).toSorted((a, b) => compareSurvivors(a, b, context.policies));
  const [survivor, ...absorbed] = ranked;
  return {
    kind: survivor === undefined ? "create" : absorbed.length > 0 ? "merge" : "attach",
    survivorId: survivor?.id ?? null,
    absorbedIds: absorbed.map((customer) => customer.id),
    used: used.map((seen) => seen.identifier),
    attached: used.filter((seen) => seen.owner === null).map((seen) => seen.identifier),
    dropped,
  };
}

/** Identified before anonymous, then older, then by id so that the order of arrival does not matter. */
export function compareSurvivors(
  a: CustomerView,
  b: CustomerView,
  policies: ReadonlyMap<string, IdentifierPolicy>,
): number {
  const identified = (customer: CustomerView): number =>
    customer.identifiers.some((held) => policies.get(held.namespace)?.identifies === true) ? 0 : 1;
  return identified(a) - identified(b) || a.createdAtMs - b.createdAtMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function screen(observation: Observation, context: IdentityContext) {
  const usable = new Map<string, Seen>();
  const dropped: DroppedIdentifier[] = [];
  for (const identifier of observation.identifiers) {
    const policy = context.policies.get(identifier.namespace);
    const drop = (reason: DroppedIdentifier["reason"]) => dropped.push({ identifier, reason, limitOf: null });
    if (policy === undefined) drop("no-policy");
    else if (isBlockedValue(identifier, policy.blockedPatterns)) drop("blocked");
    else if (!policy.linkable) drop("not-linkable");
    else {
      const key = keyOf(identifier);
      usable.set(key, { key, identifier, strength: policy.priority, owner: context.ownerOf(identifier) });
    }
  }
  const ordered = [...usable.values()].sort((a, b) => a.strength - b.strength || (a.key < b.key ? -1 : 1));
  return { usable: ordered, dropped };
}

function ownersOf(used: readonly Seen[]): CustomerView[] {
  const owners: CustomerView[] = [];
  for (const { owner } of used) {
    if (owner !== null && !owners.some((known) => known.id === owner.id)) owners.push(owner);
  }
  return owners;
}

/** Why these identifiers cannot be one customer, or null. A customer alone never breaks its own limits. */
function conflictOf(used: readonly Seen[], atMs: number, context: IdentityContext): Conflict | null {
  const owners = ownersOf(used);
  if (owners.length <= 1 && used.every((seen) => seen.owner !== null)) return null;
  const combined = new Map<string, HeldIdentifier>();
  for (const owner of owners) for (const held of owner.identifiers) combined.set(keyOf(held), held);
  for (const { key, identifier } of used) {
    if (!combined.has(key)) combined.set(key, { ...identifier, heldSinceMs: atMs, validToMs: null });
  }
  const limitOf = brokenLimit(combined.values(), atMs, context.policies);
  if (limitOf !== null) return { reason: "limit", limitOf };
  return violatesSeparation(combined, context.separations) ? { reason: "separated", limitOf: null } : null;
}
