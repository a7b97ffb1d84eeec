import type { ProblemDefinition } from "@yutu/kernel";
import { z } from "zod";

export type HttpMethod = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Who may call an operation: anybody, any signed-in account (no workspace needed),
 * or a member whose role carries the named permission (`<area>.<right>`, listed in identity's permission catalogue).
 */
export type Access = "public" | "account" | `${string}.${string}`;

/** How bytes travel. `stream`: the request body is the raw file. `file`: the answer is a download. */
export type BodyKind = "none" | "json" | "stream";
export type OutputKind = "json" | "file";

/** One thing a client can ask for. The single source of the route, the API document, the typed client and the generated tests. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  /** `<module>.<verbNoun>`, e.g. `budgets.approveClaim`. */
  readonly id: string;
  readonly method: HttpMethod;
  /** Path under `/api/v1`, e.g. `/claims/:claimId/approve`. */
  readonly path: string;
  /** One English sentence for the API document. */
  readonly summary: string;
  readonly access: Access;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly output: Output;
  readonly bodyKind: BodyKind;
  readonly outputKind: OutputKind;
  /** Refusals beyond those every operation may give (see `requestProblems`). */
  readonly problems: readonly ProblemDefinition[];
}

type Defined<T extends z.ZodType | undefined, Fallback extends z.ZodType> = T extends z.ZodType ? T : Fallback;
const nothing = z.object({});
export type Nothing = typeof nothing;

interface OperationSpec<
  Params extends z.ZodType | undefined,
  Query extends z.ZodType | undefined,
  Body extends z.ZodType | undefined,
  Output extends z.ZodType,
> {
  readonly id: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly output: Output;
  readonly bodyKind?: "stream";
  readonly outputKind?: "file";
  readonly problems?: readonly ProblemDefinition[];
}

/** Defines an operation; parts that are left out are empty objects. */
export function defineOperation<
  Output extends z.ZodType,
  Params extends z.ZodType | undefined = undefined,
  Query extends z.ZodType | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(
  spec: OperationSpec<Params, Query, Body, Output>,
): Operation<Defined<Params, Nothing>, Defined<Query, Nothing>, Defined<Body, Nothing>, Output> {
  return {
    id: spec.id,
    method: spec.method,
    path: spec.path,
    summary: spec.summary,
    access: spec.access,
    params: (spec.params ?? nothing) as Defined<Params, Nothing>,
    query: (spec.query ?? nothing) as Defined<Query, Nothing>,
    body: (spec.body ?? nothing) as Defined<Body, Nothing>,
    output: spec.output,
    bodyKind: spec.bodyKind ?? (spec.body ? "json" : "none"),
    outputKind: spec.outputKind ?? "json",
    problems: spec.problems ?? [],
  };
}

/** What a handler receives: parsed, defaults filled in. */
export interface OperationInput<Op extends Operation> {
  readonly params: z.output<Op["params"]>;
  readonly query: z.output<Op["query"]>;
  readonly body: z.output<Op["body"]>;
}

type Part<Key extends string, Schema extends z.ZodType> = [keyof z.input<Schema>] extends [never]
  ? { readonly [K in Key]?: undefined }
  : Record<string, never> extends z.input<Schema>
    ? { readonly [K in Key]?: z.input<Schema> }
    : { readonly [K in Key]: z.input<Schema> };

/** What a caller sends: parts without required members may be left out. */
export type CallInput<Op extends Operation> = Part<"params", Op["params"]> &
  Part<"query", Op["query"]> &
  Part<"body", Op["body"]>;

export type OperationOutput<Op extends Operation> = z.output<Op["output"]>;
