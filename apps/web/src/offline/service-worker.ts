import { answerFrom } from "./answer-from.ts";

/** Put in by the build: everything the product consists of in the browser. */
declare const SHELL: { readonly version: string; readonly files: readonly string[] };

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

/** What is used of the worker's global scope; its library cannot be loaded beside that of pages. */
interface WorkerScope {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: "install" | "activate", listener: (event: Lasting) => void): void;
  addEventListener(type: "message", listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(
    type: "fetch",
    listener: (event: { readonly request: Request; respondWith(answer: Promise<Response>): void }) => void,
  ): void;
}

const scope = self as unknown as WorkerScope;
const FAMILY = "yutu-shell-";
const CACHE = FAMILY + SHELL.version;
const files = new Set(SHELL.files);

/** All files of this version, so that an open tab finds each of its pages even after the server has moved on. */
async function keepFiles(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll(SHELL.files.map((file) => new Request(file, { cache: "no-cache" })));
}

async function dropOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(FAMILY) && name !== CACHE).map((name) => caches.delete(name)),
  );
  await scope.clients.claim();
}

async function fromDevice(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request); // the browser may have made room
}

scope.addEventListener("install", (event) => event.waitUntil(keepFiles()));
scope.addEventListener("activate", (event) => event.waitUntil(dropOlder()));
// a new version waits until the person asks for it
scope.addEventListener("message", ({ data }) => {
  if (data === "take-over") void scope.skipWaiting();
});
scope.addEventListener("fetch", (event) => {
  const { request } = event;
  const source = answerFrom(request, scope.location.origin, files);
  if (source === "start-page") event.respondWith(fromDevice("/index.html", request));
  if (source === "file") event.respondWith(fromDevice(new URL(request.url).pathname, request));
});
