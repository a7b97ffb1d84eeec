import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Services } from "@yutu/application";
import Fastify from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addFaultAnswers } from "./fault-answers.ts";

const faults: unknown[] = [];
const note = (...said: unknown[]): void => void faults.push(said);
const log: Services["log"] = { debug: note, info: note, warn: note, error: note };
const app = Fastify();
let origin: string;

/** Asks for what fails once its client has gone, and waits until it has failed. */
async function leave(path: string): Promise<void> {
  const gone = new AbortController();
  const entered = once(app.server, "request");
  const asked = fetch(origin + path, { signal: gone.signal });
  await entered;
  gone.abort();
  await expect(asked).rejects.toThrow();
  await sleep(50);
}

beforeAll(async () => {
  addFaultAnswers(app, log);
  const closed = (response: NodeJS.EventEmitter) => once(response, "close");
  app.get("/given-up", async (_request, reply) => {
    await closed(reply.raw);
    AbortSignal.abort().throwIfAborted();
  });
  app.get("/fault", async (_request, reply) => {
    await closed(reply.raw);
    throw new TypeError("the reason");
  });
  app.get("/fault-now", () => {
    throw new TypeError("the reason");
  });
  origin = await app.listen({ port: 0 });
});
afterAll(() => app.close());

it("takes work that was given up with its client for no fault, and a fault for one although nobody hears of it", async () => {
  await leave("/given-up");
  expect(faults).toEqual([]);
  await leave("/fault");
  expect(faults).toHaveLength(1);
});

it("names the request and keeps the reason to itself", async () => {
  const answer = await fetch(`${origin}/fault-now`);
  expect(answer.status).toBe(500);
  const body = await answer.text();
  expect(JSON.parse(body)).toMatchObject({ code: "service/fault", status: 500 });
  expect(body).not.toContain("the reason");
  expect(body).not.toContain("TypeError");
});
