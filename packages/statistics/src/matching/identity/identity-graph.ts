import { ok } from "@yutu/kernel";
import { type Matched, refuseMatch } from "../problems.ts";
import { type CustomerView, decideIdentity, type IdentityDecision } from "./decide.ts";
import { EvidenceLog, type JoinStep } from "./evidence.ts";
import {
  type HeldIdentifier,
  type IdentifierKey,
  type IdentifierPolicy,
  identifierOf,
  keyOf,
  type Observation,
} from "./identifier.ts";
import { isValidAt, type Separation, validityEnd } from "./limits.ts";

/** One customer that went up in another. */
export interface MergeRecord {
  readonly id: string;
  readonly survivorId: string;
  readonly absorbedId: string;
  readonly observationId: string;
  readonly atMs: number;
  /** Identifiers each side held before. */
  readonly absorbedKeys: ReadonlySet<string>;
  readonly survivorKeys: ReadonlySet<string>;
}

export interface SplitResult {
  /** Customer that holds the separated identifiers: the id it had before the merge where there was one. */
  readonly customerId: string;
  readonly revived: boolean;
  readonly identifiers: readonly IdentifierKey[];
}

interface Customer {
  readonly id: string;
  readonly createdAtMs: number;
  readonly held: Map<string, HeldIdentifier>;
  /** What deciding sees; made anew after each change of `held`. */
  view: CustomerView | null;
  mergedInto: string | null;
}

/**
 * One ID in memory: takes observations one by one, keeps who holds which identifier, why, and can take merges back. For
 * imports, previews and tests; a database-backed module applies `decideIdentity` to the rows it loads.
 */
export class IdentityGraph {
  private readonly policies: ReadonlyMap<string, IdentifierPolicy>;
  private readonly customers = new Map<string, Customer>();
  private readonly owner = new Map<string, string>();
  private readonly evidence = new EvidenceLog();
  private readonly merges = new Map<string, MergeRecord>();
  private separations: Separation[] = [];

  /** @param nextId gives a fresh customer id with every call */
  constructor(
    policies: readonly IdentifierPolicy[],
    private readonly nextId: () => string,
  ) {
    this.policies = new Map(policies.map((policy) => [policy.namespace, policy]));
  }

  /** Takes in an observation; returns what was decided and the customer it belongs to. */
  observe(observation: Observation): Matched<IdentityDecision & { readonly customerId: string }> {
    const { atMs } = observation;
    const context = {
      policies: this.policies,
      separations: this.separations,
      ownerOf: (identifier: IdentifierKey) => this.ownerAt(identifier, atMs),
    };
    const decided = decideIdentity(observation, context);
    if (!decided.ok) return decided;
    const decision = decided.value;
    const customer = this.customers.get(decision.survivorId ?? "") ?? this.create(atMs);
    for (const absorbedId of decision.absorbedIds) this.absorb(customer, absorbedId, observation);
    for (const identifier of decision.attached) this.hold(customer, identifier, atMs);
    this.evidence.add(observation.id, atMs, observation.source, decision.used);
    return ok({ ...decision, customerId: customer.id });
  }

  /** The living customer behind an id that may have been merged away. */
  resolve(customerId: string): string | null {
    let customer = this.customers.get(customerId);
    while (customer?.mergedInto !== null && customer !== undefined) customer = this.customers.get(customer.mergedInto);
    return customer?.id ?? null;
  }

  customerOf(identifier: IdentifierKey, atMs: number): string | null {
    return this.ownerAt(identifier, atMs)?.id ?? null;
  }

  identifiersOf(customerId: string): readonly HeldIdentifier[] {
    return [...(this.customers.get(customerId)?.held.values() ?? [])];
  }

  livingCustomers(): readonly string[] {
    return [...this.customers.values()]
      .filter((customer) => customer.mergedInto === null)
      .map((customer) => customer.id);
  }

  mergesOf(customerId: string): readonly MergeRecord[] {
    return [...this.merges.values()].filter((merge) => merge.survivorId === customerId);
  }

  /** Why two identifiers belong to one customer: the shortest chain of sightings. */
  explain(a: IdentifierKey, b: IdentifierKey): Matched<readonly JoinStep[]> {
    const owner = this.owner.get(keyOf(a));
    if (owner === undefined || owner !== this.owner.get(keyOf(b))) {
      return refuseMatch("notJoined", "the two identifiers belong to different customers or to none");
    }
    return ok(this.evidence.path(a, b) ?? []);
  }

  /**
   * Takes a merge back: the absorbed customer lives again under its old id with what it held and what was later seen only
   * with it. The two sides stay apart from now on, whatever is observed.
   */
  undoMerge(mergeId: string): Matched<SplitResult> {
    const merge = this.merges.get(mergeId);
    const survivor = merge === undefined ? undefined : this.customers.get(this.resolve(merge.survivorId) ?? "");
    if (merge === undefined || survivor === undefined)
      return refuseMatch("unknownMerge", `no merge ${mergeId} to undo`);
    const held = new Set(survivor.held.keys());
    const back = [...merge.absorbedKeys].filter((key) => held.has(key));
    const stay = [...merge.survivorKeys].filter((key) => held.has(key));
    const reachBack = this.evidence.reach(back, merge.observationId, held);
    const reachStay = this.evidence.reach(stay, merge.observationId, held);
    const later = [...held].filter((key) => !merge.absorbedKeys.has(key) && !merge.survivorKeys.has(key));
    const withBack = later.filter((key) => reachBack.has(key) && !reachStay.has(key));
    return this.separateKeys(survivor, new Set([...back, ...withBack]), merge.absorbedId, mergeId);
  }

  /** Moves identifiers out of a customer into one of their own and keeps both apart from now on. */
  separate(customerId: string, identifiers: readonly IdentifierKey[]): Matched<SplitResult> {
    const customer = this.customers.get(customerId);
    if (customer === undefined || customer.mergedInto !== null) {
      return refuseMatch("unknownCustomer", `there is no living customer ${customerId}`);
    }
    const keys = new Set(identifiers.map(keyOf));
    const merge = this.mergesOf(customerId).find((record) => [...keys].every((key) => record.absorbedKeys.has(key)));
    return this.separateKeys(customer, keys, merge?.absorbedId ?? null, merge?.id ?? null);
  }

  private separateKeys(
    customer: Customer,
    keys: ReadonlySet<string>,
    formerId: string | null,
    mergeId: string | null,
  ): Matched<SplitResult> {
    if (keys.size === 0 || keys.size >= customer.held.size || [...keys].some((key) => !customer.held.has(key))) {
      return refuseMatch("notSeparable", "name some, not all, of the identifiers that the customer holds");
    }
    const former = formerId === null ? undefined : this.customers.get(formerId);
    const firstHeld = Math.min(...[...keys].map((key) => customer.held.get(key)?.heldSinceMs ?? customer.createdAtMs));
    const other = former ?? this.create(firstHeld);
    other.mergedInto = null;
    const remaining = new Set([...customer.held.keys()].filter((key) => !keys.has(key)));
    for (const key of keys) this.move(key, customer, other);
    this.evidence.cut(keys);
    this.separations.push({ left: keys, right: remaining });
    if (mergeId !== null) this.merges.delete(mergeId);
    return ok({ customerId: other.id, revived: former !== undefined, identifiers: [...keys].map(identifierOf) });
  }

  /** Forgets that two customers must stay apart, e.g. before a person joins them by hand. */
  allowTogether(customerA: string, customerB: string): void {
    const [a, b] = [customerA, customerB].map((id) => new Set(this.customers.get(id)?.held.keys() ?? []));
    const touches = (side: ReadonlySet<string>, keys: ReadonlySet<string> | undefined) =>
      [...side].some((key) => keys?.has(key) === true);
    this.separations = this.separations.filter(
      ({ left, right }) => !((touches(left, a) && touches(right, b)) || (touches(left, b) && touches(right, a))),
    );
  }

  private ownerAt(identifier: IdentifierKey, atMs: number): CustomerView | null {
    const key = keyOf(identifier);
    const customer = this.customers.get(this.owner.get(key) ?? "");
    const held = customer?.held.get(key);
    if (customer === undefined || held === undefined || !isValidAt(held, atMs)) return null;
    customer.view ??= { id: customer.id, createdAtMs: customer.createdAtMs, identifiers: [...customer.held.values()] };
    return customer.view;
  }

  private create(createdAtMs: number): Customer {
    const customer: Customer = { id: this.nextId(), createdAtMs, held: new Map(), view: null, mergedInto: null };
    this.customers.set(customer.id, customer);
    return customer;
  }

  private hold(customer: Customer, identifier: IdentifierKey, atMs: number): void {
    const key = keyOf(identifier);
    const previous = this.customers.get(this.owner.get(key) ?? "");
    if (previous !== undefined) {
      previous.held.delete(key);
      previous.view = null;
    }
    const validToMs = validityEnd(this.policies.get(identifier.namespace), atMs);
    const { namespace, scope, value } = identifier;
    customer.held.set(key, { namespace, scope, value, heldSinceMs: atMs, validToMs });
    customer.view = null;
    this.owner.set(key, customer.id);
  }

  private move(key: string, from: Customer, to: Customer): void {
    const held = from.held.get(key);
    if (held === undefined) return;
    from.held.delete(key);
    to.held.set(key, held);
    from.view = null;
    to.view = null;
    this.owner.set(key, to.id);
  }

  private absorb(survivor: Customer, absorbedId: string, observation: Observation): void {
    const absorbed = this.customers.get(absorbedId);
    if (absorbed === undefined) return;
    const id = `${observation.id}:${absorbedId}`;
    this.merges.set(id, {
      id,
      survivorId: survivor.id,
      absorbedId,
      observationId: observation.id,
      atMs: observation.atMs,
      absorbedKeys: new Set(absorbed.held.keys()),
      survivorKeys: new Set(survivor.held.keys()),
    });
    for (const key of Array.from(absorbed.held.keys())) this.move(key, absorbed, survivor);
    absorbed.mergedInto = survivor.id;
  }
}
