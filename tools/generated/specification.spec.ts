import { openApiDocument } from "@yutu/contract";
import { API_PREFIX } from "@yutu/server";
import { describe, expect, it } from "vitest";
import { allOperations } from "./operations.ts";

/** JSON with one line for each operation, so that a change of the interface is one changed line. */
function lineByLine({ paths, ...rest }: Record<string, unknown>): string {
  const lines = Object.entries(paths as Record<string, Record<string, unknown>>).map(([path, methods]) => {
    const each = Object.entries(methods).map(([method, operation]) => `    "${method}": ${JSON.stringify(operation)}`);
    return `  "${path}": {\n${each.join(",\n")}\n  }`;
  });
  const head = JSON.stringify(rest, undefined, 1).slice(0, -2);
  return `${head},\n "paths": {\n${lines.join(",\n")}\n }\n}\n`;
}

const twice = (values: readonly string[]) => values.filter((value, i) => values.indexOf(value) !== i);

describe("the specification", () => {
  it("has every operation under its module, once, at an address of its own", () => {
    expect(twice(allOperations.map(({ id }) => id))).toEqual([]);
    expect(twice(allOperations.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ":")}`))).toEqual([]);
    expect(allOperations.filter(({ id }) => !/^[a-z]+(-[a-z]+)*\.[a-z][A-Za-z]+$/.test(id))).toEqual([]);
  });
  it("names every refusal once, under its module", () => {
    const problems = allOperations.flatMap(({ problems: declared }) => declared);
    const byCode = new Map(problems.map((definition) => [definition.code, definition]));
    expect(problems.filter((definition) => byCode.get(definition.code) !== definition).map(({ code }) => code)).toEqual(
      [],
    );
    expect([...byCode.keys()].filter((code) => !/^[a-z]+(-[a-z]+)*\/[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });
  it("reads only with GET, and writes never with GET", () => {
    const reading = /\.(?:get|list|search|find|view|show|count|preview|download|export|compare|suggest|query)[A-Z]/;
    expect(allOperations.filter(({ method, id }) => method === "GET" && !reading.test(id)).map(({ id }) => id)).toEqual(
      [],
    );
    expect(
      allOperations.filter(({ method, bodyKind }) => method === "GET" && bodyKind !== "none").map(({ id }) => id),
    ).toEqual([]);
  });
  it("is the one that was reviewed: npx vitest run --project operation tools/generated/specification -u writes it anew", async () => {
    const document = openApiDocument(allOperations, { title: "Yutu", version: "1", prefix: API_PREFIX });
    await expect(lineByLine(document)).toMatchFileSnapshot("../../docs/openapi.json");
  });
});
