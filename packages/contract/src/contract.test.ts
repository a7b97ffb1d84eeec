import { defineProblem } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { createClient, fillPath, queryText } from "./client.ts";
import { openApiDocument } from "./openapi.ts";
import { defineOperation } from "./operation.ts";
import { idSchema } from "./shapes.ts";

const taken = defineProblem("things/taken", 409, "The name is taken");
const rename = defineOperation({
  id: "things.renameThing",
  method: "PATCH",
  path: "/things/:thingId",
  summary: "Rename a thing.",
  access: "things.edit",
  params: z.object({ thingId: idSchema("thg") }),
  body: z.object({ name: z.string() }),
  output: z.object({ name: z.string() }),
  problems: [taken],
});

const answering = (status: number, body: unknown, seen: Request[] = []) =>
  createClient({
    baseUrl: "http://127.0.0.1/api/v1",
    validate: true,
    fetch: async (input, init) => {
      seen.push(new Request(input, init));
      return new Response(JSON.stringify(body), { status });
    },
  });

describe("client", () => {
  it("fills the path and sends JSON", async () => {
    const seen: Request[] = [];
    const result = await answering(200, { name: "b" }, seen).call(rename, {
      params: { thingId: "thg_1/2" },
      body: { name: "b" },
    });
    expect(result).toEqual({ ok: true, value: { name: "b" } });
    expect(seen[0]?.url).toBe("http://127.0.0.1/api/v1/things/thg_1%2F2");
    expect(seen[0]?.method).toBe("PATCH");
    expect(await seen[0]?.json()).toEqual({ name: "b" });
  });
  it("gives a refusal as a value", async () => {
    const body = { type: "x", title: "t", status: 409, detail: "d", code: "things/taken", requestId: "r" };
    expect(await answering(409, body).call(rename, { params: { thingId: "a" }, body: { name: "b" } })).toEqual({
      ok: false,
      error: body,
    });
  });
  it("gives a lost connection as a value", async () => {
    const client = createClient({ baseUrl: "", fetch: () => Promise.reject(new TypeError("gone")) });
    const result = await client.call(rename, { params: { thingId: "a" }, body: { name: "b" } });
    expect(result.ok ? "" : result.error.code).toBe("service/unreachable");
  });
  it("writes queries", () => {
    expect(queryText({ a: 1, b: undefined, c: ["x", "y"], d: null })).toBe("?a=1&c=x&c=y");
    expect(queryText({})).toBe("");
    expect(fillPath("/a/:one/b/:two", { one: 1, two: "ü" })).toBe("/a/1/b/%C3%BC");
  });
});

describe("openApiDocument", () => {
  it("describes parameters, body, answers and declared problems", () => {
    const document = openApiDocument([rename], { title: "T", version: "1", prefix: "/api/v1" });
    const operation = (document.paths as Record<string, Record<string, Record<string, unknown>>>)[
      "/api/v1/things/{thingId}"
    ]?.patch;
    expect(operation?.operationId).toBe("things.renameThing");
    expect(operation?.parameters).toMatchObject([{ name: "thingId", in: "path", required: true }]);
    expect(Object.keys(operation?.responses as object)).toEqual(["200", "400", "401", "403", "409", "429", "503"]);
    expect(JSON.stringify(operation?.responses)).toContain("things/taken");
  });
});
