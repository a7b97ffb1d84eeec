import {
  type CallInput,
  type CallOptions,
  type Client,
  createClient,
  type Operation,
  type OperationOutput,
  type ProblemBody,
} from "@yutu/contract";
import { identity } from "@yutu/identity/contract";
import type { Result } from "@yutu/kernel";

/** A person in a test: a real signed-in client of the running application. */
export interface Person extends Client {
  readonly memberId: string;
  readonly workspaceId: string;
  readonly email: string;
  /** The session cookie, for requests that the typed client cannot make. */
  readonly cookie: () => string;
  /** The answer, or a failed test that shows the refusal. */
  must<Op extends Operation>(operation: Op, input: CallInput<Op>, options?: CallOptions): Promise<OperationOutput<Op>>;
  /** The refusal's code, or "ok". */
  refusal<Op extends Operation>(operation: Op, input: CallInput<Op>): Promise<string>;
}

/** A `fetch` that keeps cookies like a browser tab of its own. */
function cookieFetch(): { fetch: typeof fetch; cookie: () => string } {
  let cookie = "";
  return {
    cookie: () => cookie,
    fetch: async (input, init) => {
      const headers = new Headers(init?.headers);
      if (cookie) headers.set("cookie", cookie);
      const response = await fetch(input, { ...init, headers, duplex: "half" } as RequestInit);
      for (const line of response.headers.getSetCookie()) cookie = line.split(";")[0] ?? "";
      return response;
    },
  };
}

export const show = (problem: ProblemBody): string =>
  `${problem.status} ${problem.code}: ${problem.detail} ${JSON.stringify(problem.errors ?? [])}`;

export function clientFor(baseUrl: string): Omit<Person, "memberId" | "workspaceId" | "email"> {
  const tab = cookieFetch();
  const client = createClient({ baseUrl, fetch: tab.fetch, validate: true });
  return {
    ...client,
    cookie: tab.cookie,
    must: async (operation, input, options) => {
      const result = await client.call(operation, input, options);
      if (!result.ok) throw new Error(`${operation.id} was refused: ${show(result.error)}`);
      return result.value;
    },
    refusal: async (operation, input) => {
      const result: Result<unknown, ProblemBody> = await client.call(operation, input);
      return result.ok ? "ok" : result.error.code;
    },
  };
}

/** Signs in and learns who that is. */
export async function signInAs(baseUrl: string, email: string, password: string): Promise<Person> {
  const client = clientFor(baseUrl);
  await client.must(identity.signIn, { body: { email, password } });
  const session = await client.must(identity.getSession, {});
  return { ...client, email, memberId: session.member?.id ?? "", workspaceId: session.workspace?.id ?? "" };
}
