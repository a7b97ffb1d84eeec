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
  const { usable, dropped } = screen(observation, context.policies);
  let used = usable;
  const givenUp: DroppedIdentifier[] = [];
  for (;;) {
    const conflict = conflictOf(used, observation.atMs, context);
    if (conflict === null) break;
    const weakest = used.at(-1);
    if (weakest === undefined) break;
    givenUp.unshift({ identifier: weakest, ...conflict });
    used = used.slice(0, -1);
  }
  const stillDropped: DroppedIdentifier[] = [];
  for (const candidate of givenUp) {
    const wider = [...used, candidate.identifier];
    const conflict = conflictOf(wider, observation.atMs, context);
    if (conflict === null) used = wider;
    else stillDropped.push({ identifier: candidate.identifier, ...conflict });
  }
  const given = { dropped: dropped.length + stillDropped.length, observationId: observation.id };
  if (used.length === 0) return refuseMatch("noIdentifier", "no identifier of the observation may be used", given);
  return ok(conclude(used, [...dropped, ...stillDropped], context));
}

function conclude(
  used: readonly IdentifierKey[],
  dropped: readonly DroppedIdentifier[],
  context: IdentityContext,
): IdentityDecision {
  const owners = ownersOf(used, context);
  const ranked = owners.toSorted((a, b) => compareSurvivors(a, b, context.policies));
  const [survivor, ...absorbed] = ranked;
  const attached = used.filter((identifier) => context.ownerOf(identifier) === null);
  return {
    kind: survivor === undefined ? "create" : absorbed.length > 0 ? "merge" : "attach",
    survivorId: survivor?.id ?? null,
    absorbedIds: absorbed.map((customer) => customer.id),
    used,
    attached,
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

function screen(observation: Observation, policies: ReadonlyMap<string, IdentifierPolicy>) {
  const usable = new Map<string, IdentifierKey>();
  const dropped: DroppedIdentifier[] = [];
  for (const identifier of observation.identifiers) {
    const policy = policies.get(identifier.namespace);
    const drop = (reason: DroppedIdentifier["reason"]) => dropped.push({ identifier, reason, limitOf: null });
    if (policy === undefined) drop("no-policy");
    else if (isBlockedValue(identifier, policy.blockedPatterns)) drop("blocked");
    else if (!policy.linkable) drop("not-linkable");
    else usable.set(keyOf(identifier), identifier);
  }
  const strength = (identifier: IdentifierKey) => policies.get(identifier.namespace)?.priority ?? 0;
  const ordered = [...usable.entries()].toSorted(
    ([keyA, a], [keyB, b]) => strength(a) - strength(b) || (keyA < keyB ? -1 : 1),
  );
  return { usable: ordered.map(([, identifier]) => identifier), dropped };
}

function ownersOf(used: readonly IdentifierKey[], context: IdentityContext): CustomerView[] {
  const owners = new Map<string, CustomerView>();
  for (const identifier of used) {
    const owner = context.ownerOf(identifier);
    if (owner !== null) owners.set(owner.id, owner);
  }
  return [...owners.values()];
}

function conflictOf(used: readonly IdentifierKey[], atMs: number, context: IdentityContext) {
  const combined = new Map<string, HeldIdentifier>();
  for (const owner of ownersOf(used, context)) for (const held of owner.identifiers) combined.set(keyOf(held), held);
  for (const identifier of used) {
    const key = keyOf(identifier);
    if (!combined.has(key)) combined.set(key, { ...identifier, heldSinceMs: atMs, validToMs: null });
  }
  const limitOf = brokenLimit([...combined.values()], atMs, context.policies);
  if (limitOf !== null) return { reason: "limit" as const, limitOf };
  if (violatesSeparation(combined, context.separations)) return { reason: "separated" as const, limitOf: null };
  return null;
}
