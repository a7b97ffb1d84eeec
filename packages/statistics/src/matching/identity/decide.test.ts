import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { type CustomerView, decideIdentity } from "./decide.ts";
import { type IdentifierKey, keyOf, type Observation } from "./identifier.ts";
import { DEFAULT_IDENTIFIER_POLICIES, isBlockedValue } from "./policies.ts";

const id = (namespace: string, value: string, scope = ""): IdentifierKey => ({ namespace, scope, value });
const POLICIES = new Map(DEFAULT_IDENTIFIER_POLICIES.map((policy) => [policy.namespace, policy]));
const seen = (...identifiers: IdentifierKey[]): Observation => ({ id: "o1", atMs: 1000, source: "test", identifiers });
const customer = (name: string, createdAtMs: number, ...held: IdentifierKey[]): CustomerView => ({
  id: name,
  createdAtMs,
  identifiers: held.map((identifier) => ({ ...identifier, heldSinceMs: createdAtMs, validToMs: null })),
});
const decide = (observation: Observation, ...customers: CustomerView[]) => {
  const owner = new Map(customers.flatMap((c) => c.identifiers.map((held) => [keyOf(held), c] as const)));
  const ownerOf = (identifier: IdentifierKey) => owner.get(keyOf(identifier)) ?? null;
  return decideIdentity(observation, { policies: POLICIES, ownerOf, separations: [] });
};

describe("decideIdentity", () => {
  it("creates, attaches and merges by how many customers match", () => {
    expect(unwrap(decide(seen(id("phone", "+8613900000001")))).kind).toBe("create");
    const a = customer("a", 10, id("phone", "+86139"));
    const attached = unwrap(decide(seen(id("phone", "+86139"), id("email", "x@y.cn")), a));
    expect(attached).toMatchObject({ kind: "attach", survivorId: "a", attached: [id("email", "x@y.cn")] });
    const b = customer("b", 5, id("email", "x@y.cn"));
    const merged = unwrap(decide(seen(id("phone", "+86139"), id("email", "x@y.cn")), a, b));
    expect(merged).toMatchObject({ kind: "merge", survivorId: "b", absorbedIds: ["a"] });
  });

  it("lets the oldest identified record win over an older anonymous one (mautic #16425)", () => {
    const anonymous = customer("anon", 1, id("anonymous_id", "c1"));
    const known = customer("known", 50, id("phone", "+86139"));
    const merged = unwrap(decide(seen(id("anonymous_id", "c1"), id("phone", "+86139")), anonymous, known));
    expect(merged).toMatchObject({ survivorId: "known", absorbedIds: ["anon"] });
  });

  it("does not merge two identified customers by a shared e-mail address (mautic #5495)", () => {
    const a = customer("a", 1, id("user_id", "u1"), id("email", "family@x.cn"));
    const b = customer("b", 2, id("user_id", "u2"));
    const decision = unwrap(decide(seen(id("user_id", "u2"), id("email", "family@x.cn")), a, b));
    expect(decision).toMatchObject({ kind: "attach", survivorId: "b" });
    expect(decision.dropped).toEqual([{ identifier: id("email", "family@x.cn"), reason: "limit", limitOf: "user_id" }]);
  });

  it("takes back weaker identifiers that were not to blame", () => {
    const a = customer("a", 1, id("user_id", "u1"), id("email", "family@x.cn"));
    const decision = unwrap(decide(seen(id("user_id", "u2"), id("email", "family@x.cn"), id("device_id", "d9")), a));
    expect(decision.kind).toBe("create");
    expect(decision.used).toEqual([id("user_id", "u2"), id("device_id", "d9")]);
  });

  it("never uses oaid, blocked values or undeclared namespaces", () => {
    const decision = unwrap(
      decide(seen(id("phone", "+86139"), id("oaid", "x", "shop1"), id("user_id", "null"), id("mystery", "1"))),
    );
    expect(decision.dropped.map((drop) => drop.reason)).toEqual(["not-linkable", "blocked", "no-policy"]);
    const refused = decide(seen(id("oaid", "x", "shop1"), id("device_id", "00000000-0000")));
    expect(!refused.ok && refused.error.definition.code).toBe("matching/no-identifier");
  });

  it("keeps scopes apart", () => {
    const a = customer("a", 1, id("openid", "o1", "wx-app-1"));
    expect(unwrap(decide(seen(id("openid", "o1", "wx-app-2")), a)).kind).toBe("create");
  });

  it("forgets windowed limits", () => {
    const week = 7 * 86_400_000;
    const cookies = Array.from({ length: 5 }, (_, i) => id("anonymous_id", `c${i}`));
    const a = customer("a", 0, id("user_id", "u1"), ...cookies);
    const early = { ...seen(id("user_id", "u1"), id("anonymous_id", "c9")), atMs: week - 1 };
    expect(unwrap(decide(early, a)).attached).toEqual([]);
    expect(unwrap(decide({ ...early, atMs: week }, a)).attached).toEqual([id("anonymous_id", "c9")]);
  });
});

describe("isBlockedValue", () => {
  it.each(["", "0", "000-000", "-1", "NULL", "Anonymous", "undefined"])("blocks %s", (value) => {
    expect(isBlockedValue(id("user_id", value))).toBe(true);
  });
  it("lets real values and the policy's own patterns decide", () => {
    expect(isBlockedValue(id("user_id", "1000"))).toBe(false);
    expect(isBlockedValue(id("user_id", "demo-7"), ["^demo-"])).toBe(true);
  });
});
