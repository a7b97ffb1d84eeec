import type { Operation } from "@yutu/contract";
import { identity } from "@yutu/identity/contract";
import { isPermission, permissionsOf } from "@yutu/identity/domain";
import { bootApp, type Person, type RoleName, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allOperations, hasParams, tenantOperations } from "./operations.ts";

const people: readonly RoleName[] = [
  "owner",
  "admin",
  "executive",
  "pm",
  "marketer",
  "analyst",
  "finance",
  "store",
  "agency",
];

describe("permissions of every operation", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  /** Asks without a sensible input: who may ask at all is decided before the input is read. */
  async function codeFor(operation: Operation, cookie: string): Promise<string> {
    const url = app.baseUrl + operation.path.replace(/:\w+/g, "nothing");
    const body = operation.method === "GET" ? undefined : "{}";
    const response = await fetch(url, {
      method: operation.method,
      headers: { cookie, "content-type": "application/json" },
      body,
    });
    if (response.ok) return "ok";
    return ((await response.json()) as { code: string }).code;
  }

  it("is one of the catalogue", () => {
    expect(
      tenantOperations.filter(({ permission }) => !isPermission(permission)).map(({ operation }) => operation.id),
    ).toEqual([]);
  });

  it("asks everybody else to sign in", async () => {
    const open: string[] = [];
    for (const operation of allOperations.filter(({ access }) => access !== "public")) {
      if ((await codeFor(operation, "")) !== "request/unauthenticated") open.push(operation.id);
    }
    expect(open).toEqual([]);
  });

  it.each(people)("refuses %s what the role lacks, and nothing else", async (name) => {
    const person: Person = await app.as(name);
    const { member } = await person.must(identity.getSession, {});
    if (member === null) throw new Error(`${name} is no member`);
    const granted = permissionsOf(member.role);
    const wrong: string[] = [];
    for (const { operation, permission } of tenantOperations) {
      const mayAsk = isPermission(permission) && granted.has(permission);
      if (mayAsk && operation.method !== "GET" && !hasParams(operation)) continue; // it would be carried out
      const isRefused = (await codeFor(operation, person.cookie())) === "request/forbidden";
      if (isRefused === mayAsk) wrong.push(`${operation.id} ${mayAsk ? "is refused" : "is open"}`);
    }
    expect(wrong).toEqual([]);
  });
});
