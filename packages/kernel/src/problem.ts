/** One field-level reason inside a problem. `pointer` is an RFC 6901 JSON pointer into the request, e.g. `/body/lines/2/amountMinor`. */
export interface ProblemField {
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/**
 * A declared kind of refusal. `code` is `<module>/<kebab-case>` and never changes once published;
 * the interface translates it, so `title` is for logs and API readers only (English).
 */
export interface ProblemDefinition<Code extends string = string> {
  readonly code: Code;
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 412 | 413 | 415 | 422 | 429 | 503;
  readonly title: string;
}

/** A refusal: RFC 9457 members that the server completes with `type`, `status` and `requestId`. */
export interface Problem<Code extends string = string> {
  readonly definition: ProblemDefinition<Code>;
  /** One sentence on this occurrence: what was refused and the way out. */
  readonly detail: string;
  readonly errors?: readonly ProblemField[];
  /** Facts the interface needs to explain the refusal (amounts, ids); JSON-safe. */
  readonly params?: Readonly<Record<string, string | number | boolean | null>>;
}

export const defineProblem = <const Code extends string>(
  code: Code,
  status: ProblemDefinition["status"],
  title: string,
): ProblemDefinition<Code> => ({ code, status, title });

export const problem = <Code extends string>(
  definition: ProblemDefinition<Code>,
  detail: string,
  extra: { errors?: readonly ProblemField[]; params?: Problem["params"] } = {},
): Problem<Code> => ({ definition, detail, ...extra });
