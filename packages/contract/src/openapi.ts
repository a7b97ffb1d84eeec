import type { ProblemDefinition } from "@yutu/kernel";
import { z } from "zod";
import type { Operation } from "./operation.ts";
import { problemBodySchema, requestProblems } from "./problems.ts";

type Json = Record<string, unknown>;

const schemaOf = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _ignored, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    target: "draft-2020-12",
  }) as Json;
  return rest;
};

function parameters(schema: z.ZodType, place: "path" | "query"): Json[] {
  const object = schemaOf(schema, "input");
  const required = new Set((object.required as string[] | undefined) ?? []);
  return Object.entries((object.properties as Record<string, Json> | undefined) ?? {}).map(([name, property]) => ({
    name,
    in: place,
    required: place === "path" || required.has(name),
    schema: property,
  }));
}

function problemsByStatus(operation: Operation): Map<number, ProblemDefinition[]> {
  const signedIn = operation.access === "public" ? [] : [requestProblems.unauthenticated, requestProblems.forbidden];
  const general = [requestProblems.invalid, ...signedIn, requestProblems.tooMany, requestProblems.unavailable];
  const byStatus = new Map<number, ProblemDefinition[]>();
  for (const definition of [...general, ...operation.problems]) {
    byStatus.set(definition.status, [...(byStatus.get(definition.status) ?? []), definition]);
  }
  return byStatus;
}

function responses(operation: Operation): Json {
  const answers: Json = {
    "200": {
      description: "Success",
      content:
        operation.outputKind === "file"
          ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
          : { "application/json": { schema: schemaOf(operation.output, "output") } },
    },
  };
  for (const [status, definitions] of [...problemsByStatus(operation)].sort(([a], [b]) => a - b)) {
    answers[String(status)] = {
      description: definitions.map((d) => `\`${d.code}\`: ${d.title}`).join("; "),
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    };
  }
  return answers;
}

function requestBody(operation: Operation): Json {
  if (operation.bodyKind === "none") return {};
  const content =
    operation.bodyKind === "stream"
      ? { "application/octet-stream": { schema: { type: "string", format: "binary" } } }
      : { "application/json": { schema: schemaOf(operation.body, "input") } };
  return { requestBody: { required: true, content } };
}

/** The OpenAPI 3.1 document of a set of operations. `prefix` is the path all share, e.g. `/api/v1`. */
export function openApiDocument(
  operations: readonly Operation[],
  info: { title: string; version: string; prefix: string },
): Json {
  const paths: Record<string, Json> = {};
  for (const operation of [...operations].sort((a, b) => a.path.localeCompare(b.path))) {
    const path = info.prefix + operation.path.replace(/:([A-Za-z]+)/g, "{$1}");
    const item = (paths[path] ??= {});
    item[operation.method.toLowerCase()] = {
      operationId: operation.id,
      tags: [operation.id.split(".")[0]],
      summary: operation.summary,
      "x-access": operation.access,
      parameters: [...parameters(operation.params, "path"), ...parameters(operation.query, "query")],
      ...requestBody(operation),
      responses: responses(operation),
      security: operation.access === "public" ? [] : [{ session: [] }, { token: [] }],
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: info.title, version: info.version },
    paths,
    components: {
      schemas: { Problem: schemaOf(problemBodySchema, "output") },
      securitySchemes: {
        session: { type: "apiKey", in: "cookie", name: "yutu_session" },
        token: { type: "http", scheme: "bearer" },
      },
    },
  };
}
