/** Where a request is answered: by the page that starts the product, by a file of this version, or by the server alone. */
export type Source = "start-page" | "file" | "server";

export interface Asked {
  readonly method: string;
  /** `navigate` when a page is opened. */
  readonly mode: string;
  readonly url: string;
}

/** Beginnings of addresses that only the server answers: operations, events sent by SDKs, short links. */
const SERVER_ONLY = ["/api/", "/v1/", "/l/"];

/**
 * Decides what may come from this device. Answers of the server never do: they belong to a session, and the next person at
 * this device must not find them.
 * @param files the files of this version, e.g. `/assets/index-ZFaal.js`
 */
export function answerFrom({ method, mode, url }: Asked, origin: string, files: ReadonlySet<string>): Source {
  const address = new URL(url);
  if (method !== "GET" || address.origin !== origin) return "server";
  if (SERVER_ONLY.some((beginning) => address.pathname.startsWith(beginning))) return "server";
  if (files.has(address.pathname)) return "file";
  return mode === "navigate" ? "start-page" : "server";
}
