import { err, ok, type Result } from "@yutu/kernel";
import type { z } from "zod";
import type { CallInput, Operation, OperationOutput } from "./operation.ts";
import { type ProblemBody, problemBodySchema } from "./problems.ts";

export interface ClientOptions {
  /** Origin and prefix, e.g. `/api/v1` or `http://127.0.0.1:3000/api/v1`. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  /** Added to each request, e.g. a bearer token. */
  readonly headers?: () => Record<string, string>;
  /** Parse answers with the declared schema; on in tests and development, off where speed matters. */
  readonly validate?: boolean;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Makes a POST repeatable: the same key gives the first answer again. */
  readonly idempotencyKey?: string;
  /** Lets a browser finish the request after its page is gone. */
  readonly outliving?: boolean;
}

/** The typed client of every caller: web, tests, SDK. Refusals come back as values; a lost connection is `service/unreachable`. */
export interface Client {
  call<Op extends Operation>(
    operation: Op,
    input: CallInput<Op>,
    options?: CallOptions,
  ): Promise<Result<OperationOutput<Op>, ProblemBody>>;
  /** Sends raw bytes to an operation with `bodyKind: "stream"`. */
  upload<Op extends Operation>(
    operation: Op,
    input: Omit<CallInput<Op>, "body">,
    bytes: BodyInit,
    options?: CallOptions & { readonly contentType?: string },
  ): Promise<Result<OperationOutput<Op>, ProblemBody>>;
  /** Address of an operation with its parameters filled in, e.g. for a download link. */
  url<Op extends Operation>(operation: Op, input: Omit<CallInput<Op>, "body">): string;
}

interface AnyInput {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

export function fillPath(path: string, params: Record<string, unknown> = {}): string {
  return path.replace(/:([A-Za-z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
}

/** Query text: arrays repeat the key, undefined and null are left out. */
export function queryText(query: Record<string, unknown> = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(key, String(one));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

const unreachable = (detail: string): ProblemBody => ({
  type: "about:blank",
  title: "The service cannot be reached",
  status: 0,
  detail,
  code: "service/unreachable",
  requestId: "",
});

async function readAnswer<Output>(
  response: Response,
  schema: z.ZodType,
  validate: boolean,
): Promise<Result<Output, ProblemBody>> {
  const text = await response.text();
  const json: unknown = text === "" ? {} : JSON.parse(text);
  if (response.ok) return ok((validate ? schema.parse(json) : json) as Output);
  const body = problemBodySchema.safeParse(json);
  return err(body.success ? body.data : unreachable(`unexpected answer ${response.status}`));
}

export function createClient(options: ClientOptions): Client {
  const url = (operation: Operation, input: AnyInput): string =>
    options.baseUrl + fillPath(operation.path, input.params) + queryText(input.query);

  async function send(operation: Operation, input: AnyInput, init: RequestInit, extra?: CallOptions) {
    const headers = new Headers({
      accept: "application/json",
      ...options.headers?.(),
      ...(init.headers as Record<string, string>),
    });
    if (extra?.idempotencyKey) headers.set("idempotency-key", extra.idempotencyKey);
    try {
      const signal = extra?.signal ? { signal: extra.signal } : {};
      const response = await options.fetch(url(operation, input), {
        ...init,
        ...signal,
        keepalive: extra?.outliving ?? false,
        method: operation.method,
        headers,
        credentials: "same-origin",
      });
      return await readAnswer<never>(response, operation.output, options.validate ?? false);
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") throw error;
      if (error instanceof TypeError || error instanceof SyntaxError) return err(unreachable(error.message));
      throw error;
    }
  }

  return {
    url: (operation, input) => url(operation, input as AnyInput),
    call: (operation, input, extra) => {
      const any = input as AnyInput;
      const json =
        operation.bodyKind === "json"
          ? { body: JSON.stringify(any.body ?? {}), headers: { "content-type": "application/json" } }
          : {};
      return send(operation, any, json, extra);
    },
    upload: (operation, input, bytes, extra) =>
      send(
        operation,
        input as AnyInput,
        { body: bytes, headers: { "content-type": extra?.contentType ?? "application/octet-stream" } },
        extra,
      ),
  };
}
