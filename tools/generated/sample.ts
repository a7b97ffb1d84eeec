import { z } from "zod";

/** Gives an id with a prefix, so that a sample can name something that exists. */
export type IdFor = (prefix: string) => string;

interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly prefixItems?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const byFormat: Readonly<Record<string, string>> = {
  date: "2026-09-07",
  "date-time": "2026-09-07T02:00:00Z",
  time: "09:30:00",
  email: "sample@example.test",
  uri: "https://example.test/sample",
  uuid: "0b9d3c1e-4b7a-4d2f-9a51-3f6c2f1b8a10",
};
const candidates = [
  "样例",
  "sample",
  "sample-1",
  "SAMPLE",
  "A1",
  "123456",
  "2026-09-07",
  "2026-09",
  "09:30",
  "#335577",
  "a",
  "0",
  "1.0",
];

let serial = 0;

/** Text that differs from every other sample, so that names do not collide. */
function text(schema: JsonSchema): string {
  if (schema.format !== undefined && byFormat[schema.format] !== undefined) return byFormat[schema.format] ?? "";
  const { pattern } = schema;
  if (pattern !== undefined)
    return candidates.find((candidate) => new RegExp(pattern, "u").test(candidate)) ?? "sample";
  serial += 1;
  return `样例 ${serial}`.padEnd(schema.minLength ?? 0, "x");
}

function number(schema: JsonSchema): number {
  const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? undefined : schema.exclusiveMinimum + 1);
  return Math.max(least ?? 1, Math.min(1, schema.maximum ?? 1));
}

const namesSomething = (name: string) => /Ids?$/.test(name);

/** A value of the shape, with every required member and those optional ones that name other things. */
function fill(schema: JsonSchema, root: JsonSchema): unknown {
  if (schema.$ref !== undefined) return fill(root.$defs?.[schema.$ref.replace("#/$defs/", "")] ?? {}, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fill(choices.find((choice) => choice.type !== "null") ?? {}, root);
  if (schema.allOf !== undefined) return Object.assign({}, ...schema.allOf.map((part) => fill(part, root)));
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case "string":
      return text(schema);
    case "integer":
    case "number":
      return number(schema);
    case "boolean":
      return false;
    case "array":
      if (schema.prefixItems !== undefined) return schema.prefixItems.map((item) => fill(item, root));
      return Array.from({ length: Math.max(1, schema.minItems ?? 1) }, () => fill(schema.items ?? {}, root));
    case "object":
      return fillObject(schema, root);
    default:
      return undefined;
  }
}

function fillObject(schema: JsonSchema, root: JsonSchema): Record<string, unknown> {
  const required = new Set(schema.required);
  const members = Object.entries(schema.properties ?? {}).filter(
    ([name]) => required.has(name) || namesSomething(name),
  );
  return Object.fromEntries(members.map(([name, member]) => [name, fill(member, root)]));
}

/** Puts a value where an issue points to. */
function put(target: unknown, path: readonly PropertyKey[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(target)) return target.map((item, i) => (i === key ? put(item, rest, value) : item));
  const object = typeof target === "object" && target !== null ? (target as Record<PropertyKey, unknown>) : {};
  return { ...object, [key]: put(object[key], rest, value) };
}

/** What the message of a refinement asks for; the JSON Schema says nothing about those. */
function repair(message: string, idFor: IdFor): unknown {
  const prefix = /begins with ([a-z]+)_/.exec(message)?.[1];
  if (prefix !== undefined) return idFor(prefix);
  if (message.includes("YYYY-MM-DD")) return byFormat["date"];
  return undefined;
}

/**
 * An input that the schema accepts.
 * @returns undefined when none was found: the operation then needs a test of its own
 */
export function sampleOf(schema: z.ZodType, idFor: IdFor): unknown {
  const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as JsonSchema;
  let value = fill(json, json);
  for (let round = 0; round < 6; round += 1) {
    const result = schema.safeParse(value);
    if (result.success) return value;
    for (const issue of result.error.issues) {
      const better = repair(issue.message, idFor);
      if (better === undefined) return undefined;
      value = put(value, issue.path, better);
    }
  }
  return undefined;
}
