import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type IdentifierKey, identifierOf, keyOf } from "./identifier.ts";
import { IdentityGraph } from "./identity-graph.ts";
import { DEFAULT_IDENTIFIER_POLICIES } from "./policies.ts";

const id = (namespace: string, value: string): IdentifierKey => ({ namespace, scope: "", value });
const newGraph = () => {
  let issued = 0;
  return new IdentityGraph(DEFAULT_IDENTIFIER_POLICIES, () => `c${++issued}`);
};
let sequence = 0;
const see = (graph: IdentityGraph, atMs: number, ...identifiers: IdentifierKey[]) =>
  graph.observe({ id: `o${++sequence}`, atMs, source: "order", identifiers });
const LATE = 1_000_000;

const [phone, email, cookie, user] = [
  id("phone", "+8613900000017"),
  id("email", "li@x.cn"),
  id("anonymous_id", "k1"),
  id("user_id", "u1"),
];

describe("IdentityGraph", () => {
  it("merges, keeps ids and lets history follow", () => {
    const graph = newGraph();
    const first = unwrap(see(graph, 1, phone)).customerId;
    const second = unwrap(see(graph, 2, email, cookie)).customerId;
    const merged = unwrap(see(graph, 3, phone, email));
    expect(merged).toMatchObject({ kind: "merge", customerId: first, absorbedIds: [second] });
    expect(graph.resolve(second)).toBe(first);
    expect(graph.customerOf(cookie, LATE)).toBe(first);
    expect(graph.livingCustomers()).toEqual([first]);
  });

  it("explains why two identifiers are one person", () => {
    const graph = newGraph();
    see(graph, 1, phone, user);
    see(graph, 2, email, cookie);
    see(graph, 3, phone, email);
    const steps = unwrap(graph.explain(user, cookie));
    expect(steps.map((step) => [step.from, step.to])).toEqual([
      [user, phone],
      [phone, email],
      [email, cookie],
    ]);
    const other = graph.explain(user, id("email", "stranger@x.cn"));
    expect(!other.ok && other.error.definition.code).toBe("matching/not-joined");
  });

  it("undoes a merge: old id, old identifiers, and what came later with that side only", () => {
    const graph = newGraph();
    const first = unwrap(see(graph, 1, phone)).customerId;
    const second = unwrap(see(graph, 2, email)).customerId;
    see(graph, 3, phone, email);
    see(graph, 4, email, cookie);
    see(graph, 5, phone, user);
    const [merge] = graph.mergesOf(first);
    const undone = unwrap(graph.undoMerge(merge?.id ?? ""));
    expect(undone).toMatchObject({ customerId: second, revived: true });
    expect(undone.identifiers.map(keyOf).toSorted()).toEqual([cookie, email].map(keyOf).toSorted());
    expect(graph.resolve(second)).toBe(second);
    expect(graph.customerOf(user, LATE)).toBe(first);
    expect(graph.explain(phone, email).ok).toBe(false);
    const again = graph.undoMerge(merge?.id ?? "");
    expect(!again.ok && again.error.definition.code).toBe("matching/unknown-merge");
  });

  it("does not merge again by the same evidence after an undo, until told so", () => {
    const graph = newGraph();
    const first = unwrap(see(graph, 1, phone)).customerId;
    const second = unwrap(see(graph, 2, email)).customerId;
    see(graph, 3, phone, email);
    unwrap(graph.undoMerge(graph.mergesOf(first)[0]?.id ?? ""));
    const kept = unwrap(see(graph, 6, phone, email));
    expect(kept.kind).toBe("attach");
    expect(kept.dropped[0]?.reason).toBe("separated");
    graph.allowTogether(first, second);
    expect(unwrap(see(graph, 7, phone, email)).kind).toBe("merge");
  });

  it("separates identifiers that were never two customers under a new id", () => {
    const graph = newGraph();
    const customerId = unwrap(see(graph, 1, phone, email, cookie)).customerId;
    const split = unwrap(graph.separate(customerId, [email]));
    expect(split).toMatchObject({ revived: false, customerId: "c2" });
    const all = graph.separate(customerId, [phone, cookie]);
    expect(!all.ok && all.error.definition.code).toBe("matching/not-separable");
    const nobody = graph.separate("c99", [phone]);
    expect(!nobody.ok && nobody.error.definition.code).toBe("matching/unknown-customer");
  });

  it("lets identifiers expire", () => {
    const graph = newGraph();
    const pending = id("pending_id", "p1");
    const before = unwrap(see(graph, 0, pending)).customerId;
    const afterExpiry = 91 * 86_400_000;
    expect(graph.customerOf(pending, afterExpiry)).toBeNull();
    expect(unwrap(see(graph, afterExpiry, pending)).customerId).not.toBe(before);
  });
});

describe("IdentityGraph, any order of observations", () => {
  const pool = fc.constantFrom(
    ...["1", "2", "3"].flatMap((n) => [
      id("user_id", `u${n}`),
      id("phone", `p${n}`),
      id("email", `e${n}`),
      id("device_id", `d${n}`),
    ]),
  );
  const history = fc.array(fc.array(pool, { minLength: 1, maxLength: 4 }), { maxLength: 15 });

  it("holds each identifier once and never breaks a limit", () => {
    fc.assert(
      fc.property(history, (rows) => {
        const graph = newGraph();
        rows.forEach((row, i) => see(graph, i, ...row));
        const all = graph.livingCustomers().flatMap((customer) => graph.identifiersOf(customer).map(keyOf));
        expect(new Set(all).size).toBe(all.length);
        for (const customer of graph.livingCustomers()) {
          const held = graph.identifiersOf(customer);
          for (const policy of DEFAULT_IDENTIFIER_POLICIES) {
            const count = held.filter((identifier) => identifier.namespace === policy.namespace).length;
            expect(count).toBeLessThanOrEqual(policy.limit ?? Number.POSITIVE_INFINITY);
          }
        }
      }),
    );
  });

  it("can explain every pair it joined and undo every merge exactly", () => {
    fc.assert(
      fc.property(history, (rows) => {
        const graph = newGraph();
        rows.forEach((row, i) => {
          const before = new Map(graph.livingCustomers().map((c) => [c, graph.identifiersOf(c).map(keyOf).toSorted()]));
          const seen = see(graph, i, ...row);
          if (!seen.ok || seen.value.absorbedIds.length !== 1 || seen.value.attached.length > 0) return;
          const merge = graph.mergesOf(seen.value.customerId).find((m) => m.observationId === `o${sequence}`);
          unwrap(graph.undoMerge(merge?.id ?? ""));
          const after = new Map(graph.livingCustomers().map((c) => [c, graph.identifiersOf(c).map(keyOf).toSorted()]));
          expect(after).toEqual(before);
        });
        for (const customer of graph.livingCustomers()) {
          const held = graph.identifiersOf(customer);
          const [first] = held;
          for (const other of held) {
            const steps = unwrap(graph.explain(first ?? other, other));
            expect(steps.length > 0 || keyOf(first ?? other) === keyOf(other)).toBe(true);
          }
        }
        expect(identifierOf(keyOf(phone))).toEqual(phone);
      }),
      { numRuns: 60 },
    );
  });
});
