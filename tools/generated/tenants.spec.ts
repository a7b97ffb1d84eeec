import type { CallInput, Operation } from "@yutu/contract";
import { ID_PATTERN } from "@yutu/kernel";
import { modules, tellStory } from "@yutu/server";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasParams, tenantOperations } from "./operations.ts";
import { chooseFrom, idsOf } from "./rows.ts";
import { type IdFor, sampleOf } from "./sample.ts";

const operations = tenantOperations.map(({ operation }) => operation).filter(({ bodyKind }) => bodyKind !== "stream");

/** An input that the schemas accept, naming things that exist; nothing when no sample was found. */
function inputFor(operation: Operation, idFor: IdFor): CallInput<Operation> | undefined {
  const parts = {
    params: sampleOf(operation.params, idFor),
    query: sampleOf(operation.query, idFor),
    body: sampleOf(operation.body, idFor),
  };
  return Object.values(parts).includes(undefined) ? undefined : (parts as unknown as CallInput<Operation>);
}

describe("a stranger with the ids of another workspace", () => {
  let app: TestApp;
  let stranger: Person;
  let theirs = new Set<string>();
  const missing = new Set<string>();
  const unsampled: string[] = [];
  const broken: string[] = [];

  /** Makes one of everything in the first workspace, as far as samples go: later rounds can name what earlier ones made. */
  beforeAll(async () => {
    app = await bootApp({ now: new Date().toISOString() });
    stranger = await app.stranger();
    // The demo's story leaves a row of nearly every kind, so that the ids tried are real.
    await tellStory(
      app.services,
      modules.flatMap((module) => module.operations),
      app.demo,
      () => undefined,
    );
    const owner = await app.as("owner");
    for (let round = 0; round < 3; round += 1) {
      const idFor = chooseFrom(await idsOf(app, app.demo.workspaceId), new Set());
      for (const operation of operations.filter(({ method }) => method === "POST")) {
        const input = inputFor(operation, idFor);
        if (input === undefined) continue;
        const result = await owner.call(operation, input);
        if (!result.ok && result.error.status >= 500) broken.push(`${operation.id}: ${result.error.detail}`);
      }
    }
    await app.settle();
    theirs = await idsOf(app, app.demo.workspaceId);
  }, 240_000);
  afterAll(() => app.close());

  it("valid requests never end in a server error", () => {
    expect(broken).toEqual([]);
  });

  it("(the owner finds those things: the ids are real)", async () => {
    const owner = await app.as("owner");
    const idFor = chooseFrom(theirs, missing);
    const reading = operations.filter((each) => hasParams(each) && each.method === "GET" && each.outputKind === "json");
    const lost: string[] = [];
    for (const operation of reading) {
      const input = inputFor(operation, idFor);
      const result = input === undefined ? undefined : await owner.call(operation, input);
      if (result?.ok === false && result.error.code === "request/not-found") lost.push(operation.id);
    }
    expect(lost.length, `not found by the owner either: ${lost.join(", ")}`).toBeLessThanOrEqual(
      reading.length / 3 + 1,
    );
  });

  it("gets 404 for everything an address can name", async () => {
    const idFor = chooseFrom(theirs, missing);
    const wrong: string[] = [];
    for (const operation of operations.filter(hasParams)) {
      const input = inputFor(operation, idFor);
      if (input === undefined) {
        unsampled.push(operation.id);
        continue;
      }
      // A path that names no record (a type's key, a flow's) has nothing that could be another company's.
      if (!Object.values(input.params ?? {}).some((value) => ID_PATTERN.test(String(value)))) continue;
      const result = await stranger.call(operation, input);
      const code = result.ok ? "ok" : result.error.code;
      if (code !== "request/not-found") wrong.push(`${operation.id}: ${code}`);
    }
    expect(wrong).toEqual([]);
  });

  it("reads none of it in any answer, and no server error", async () => {
    const idFor = chooseFrom(theirs, missing);
    const wrong: string[] = [];
    for (const operation of operations.filter((each) => !hasParams(each))) {
      const input = inputFor(operation, idFor);
      if (input === undefined) {
        unsampled.push(operation.id);
        continue;
      }
      const sent = JSON.stringify(input);
      const result = await stranger.call(operation, input);
      const answer = JSON.stringify(result.ok ? result.value : result.error);
      if (!result.ok && result.error.status >= 500) wrong.push(`${operation.id}: ${result.error.status}`);
      for (const [id] of answer.matchAll(/[a-z]{2,5}_[0-9a-hjkmnp-tv-z]{26}/g)) {
        if (theirs.has(id) && !sent.includes(id)) wrong.push(`${operation.id} shows ${id}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("changes nothing there", async () => {
    const after = await idsOf(app, app.demo.workspaceId);
    expect([...theirs].filter((id) => !after.has(id))).toEqual([]);
    const written = await app.sql("SELECT operation FROM audit_log WHERE workspace_id = $1 AND actor_id = $2", [
      app.demo.workspaceId,
      stranger.memberId,
    ]);
    expect(written).toEqual([]);
    console.log(
      `${operations.length} operations tried; no sample for: ${unsampled.join(", ") || "none"}; no row for: ${[...missing].join(", ") || "none"}`,
    );
  });
});
