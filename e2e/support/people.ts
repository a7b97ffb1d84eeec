import { type Client, createClient } from "@yutu/contract";
import { identity } from "@yutu/identity/contract";

/** The people of the demo workspace, by mailbox. */
export type DemoPerson =
  | "owner"
  | "admin"
  | "executive"
  | "pm"
  | "marketer"
  | "designer"
  | "analyst"
  | "finance"
  | "store"
  | "agency";

/** Where the server of this run answers; Playwright reads it from the server's output. */
export function address(): string {
  const value = process.env["YUTU_ADDRESS"];
  if (value === undefined) throw new Error("The server did not say its address.");
  return value;
}

export interface Cookie {
  readonly name: string;
  readonly value: string;
  readonly url: string;
}

const sessions = new Map<DemoPerson, Promise<Cookie>>();

/** The session of a demo person, made once in each worker: signing in is limited, and a page should not wait for it. */
export function sessionOf(person: DemoPerson): Promise<Cookie> {
  const known = sessions.get(person) ?? signIn(person);
  sessions.set(person, known);
  return known;
}

async function signIn(person: DemoPerson): Promise<Cookie> {
  let line: string | undefined;
  const client = createClient({
    baseUrl: `${address()}/api/v1`,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      line = response.headers.getSetCookie()[0] ?? line;
      return response;
    },
  });
  const demo = await client.call(identity.listDemoPeople, {});
  if (!demo.ok || demo.value.password === null) throw new Error("There is no demo workspace.");
  const result = await client.call(identity.signIn, {
    body: { email: `${person}@demo.yutu.local`, password: demo.value.password },
  });
  if (!result.ok) throw new Error(`${person} could not sign in: ${result.error.code}`);
  const [name = "", value = ""] = (line ?? "").split(";")[0]?.split("=") ?? [];
  return { name, value, url: address() };
}

/** The API as a demo person: for what a journey needs before it begins, and for what it must have done. */
export async function clientOf(person: DemoPerson): Promise<Client> {
  const { name, value } = await sessionOf(person);
  return createClient({ baseUrl: `${address()}/api/v1`, fetch, headers: () => ({ cookie: `${name}=${value}` }) });
}
