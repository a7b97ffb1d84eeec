import { describe, expect, it } from "vitest";
import { broken } from "../example.ts";
import { environmentInOnePlace, frameworkInOnePlace } from "./places-of-use.ts";

describe("framework-in-one-place", () => {
  it.each([
    'import fastify from "fastify";',
    'import type { FastifyRequest } from "fastify";',
    'import "@fastify/static";',
  ])("refuses %s", (text) => {
    expect(broken(frameworkInOnePlace, { "modules/tasks/src/server/operations.ts": text })).toHaveLength(1);
    expect(broken(frameworkInOnePlace, { "apps/server/src/http.ts": text })).toEqual([]);
  });
});

describe("environment-in-one-place", () => {
  it.each([
    "export const x = process.env.HOME;",
    'export const x = process.env["HOME"];',
    'import { env } from "node:process";',
    "spawn('x', { env: { ...process.env } });",
  ])("refuses %s", (text) => {
    expect(broken(environmentInOnePlace, { "packages/database/src/a.ts": text })).toHaveLength(1);
    expect(
      broken(environmentInOnePlace, { "packages/config/src/a.ts": text, "tools/a.ts": text, "vitest.config.ts": text }),
    ).toEqual([]);
  });
  it("accepts an env of something else", () => {
    expect(
      broken(environmentInOnePlace, {
        "apps/web/src/a.ts": "export const dev = import.meta.env.DEV; process.exit(1);",
      }),
    ).toEqual([]);
  });
});
