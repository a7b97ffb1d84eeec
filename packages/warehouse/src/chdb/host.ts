import type { ChildProcess } from "node:child_process";
import { err, ok, type Result } from "@yutu/kernel";
import { problemOfEngineError, unavailable, type WarehouseProblem, WarehouseStatementError } from "../problems.ts";
import { post, startChild } from "./child-process.ts";
import type { ChildOptions, ChildReply, ChildRequest } from "./protocol.ts";

type WithoutId<T> = T extends { id: number } ? Omit<T, "id"> : never;
export type HostRequest = WithoutId<Extract<ChildRequest, { kind: "query" | "command" | "insert" }>>;

interface Pending {
  readonly request: HostRequest;
  /** Whether running it twice does no harm: reads, and inserts with a deduplication token. */
  readonly isRepeatable: boolean;
  readonly resolve: (outcome: Result<string, WarehouseProblem>) => void;
  readonly reject: (error: unknown) => void;
  /** Stops listening to the caller's signal. */
  readonly release: () => void;
  repeats: number;
  watchdog: NodeJS.Timeout | undefined;
}

export interface HostOptions extends ChildOptions {
  readonly childPath: string;
  readonly lockWaitMs: number;
  readonly onLog: (line: string) => void;
}

const RESTART_WAITS_MS = [50, 200, 1_000, 5_000];
const STABLE_AFTER_MS = 30_000;
/** How long beyond its limit a statement may stay silent before the engine counts as hung. */
const SILENCE_MS = 10_000;

/** Keeps one engine process alive, speaks to it, and answers every caller exactly once whatever happens to it. */
export class ChildHost {
  readonly #options: HostOptions;
  readonly #pending = new Map<number, Pending>();
  #child: ChildProcess | null = null;
  #nextId = 1;
  #failures = 0;
  #isClosed = false;

  private constructor(options: HostOptions) {
    this.#options = options;
  }

  /** @throws WarehouseLockedError when another process holds the directory */
  static async start(options: HostOptions): Promise<ChildHost> {
    const host = new ChildHost(options);
    host.#adopt(await startChild(options.childPath, options, options.lockWaitMs));
    return host;
  }

  /** Process id of the engine, null while it is away. */
  get pid(): number | null {
    return this.#child?.pid ?? null;
  }

  send(request: HostRequest, isRepeatable: boolean, signal?: AbortSignal): Promise<Result<string, WarehouseProblem>> {
    if (this.#isClosed) return Promise.resolve(err(unavailable("The analytics engine is closed.")));
    signal?.throwIfAborted();
    return new Promise((resolve, reject) => {
      const id = this.#nextId++;
      const onAbort = () => this.#abandon(id, signal?.reason);
      const release = () => signal?.removeEventListener("abort", onAbort);
      this.#pending.set(id, { request, isRepeatable, resolve, reject, release, repeats: 0, watchdog: undefined });
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#deliver(id);
    });
  }

  /** Stops running statements and the process; callers that still wait are refused. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const child = this.#child;
    if (child !== null && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once("exit", resolve));
      const force = setTimeout(() => child.kill("SIGKILL"), 5_000);
      if (!post(child, { id: 0, kind: "close" })) child.kill("SIGKILL");
      await gone;
      clearTimeout(force);
    }
    this.#refuseAll("The analytics engine is closed.");
  }

  #deliver(id: number): void {
    const pending = this.#pending.get(id);
    if (pending === undefined || pending.watchdog !== undefined) return;
    pending.watchdog = setTimeout(() => this.#onSilence(id), pending.request.timeoutMs + SILENCE_MS);
    if (this.#child !== null) post(this.#child, { ...pending.request, id });
  }

  #take(id: number): Pending | undefined {
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    clearTimeout(pending?.watchdog);
    pending?.release();
    return pending;
  }

  #abandon(id: number, reason: unknown): void {
    const pending = this.#take(id);
    if (pending === undefined) return;
    if (this.#child !== null) post(this.#child, { id: 0, kind: "cancel", target: id });
    pending.reject(reason);
  }

  /** The engine is hung, or away for longer than this caller can wait. */
  #onSilence(id: number): void {
    this.#take(id)?.resolve(err(unavailable("The analytics engine did not answer in time.")));
    this.#child?.kill("SIGKILL");
  }

  #adopt(child: ChildProcess): void {
    this.#child = child;
    const stable = setTimeout(() => {
      this.#failures = 0;
    }, STABLE_AFTER_MS).unref();
    child.on("message", (message) => this.#onReply(message as ChildReply));
    child.once("exit", () => {
      clearTimeout(stable);
      this.#child = null;
      this.#onExit();
    });
    for (const id of this.#pending.keys()) this.#deliver(id);
  }

  #onReply(reply: ChildReply): void {
    if (reply.kind === "ready" || reply.kind === "refused") return;
    const pending = this.#take(reply.id);
    if (reply.kind === "done") {
      pending?.resolve(ok(reply.text));
      return;
    }
    const refusal = problemOfEngineError(reply.code, reply.message);
    if (refusal === null) pending?.reject(new WarehouseStatementError(reply.code, reply.message));
    else pending?.resolve(err(refusal));
  }

  #onExit(): void {
    for (const [id, pending] of this.#pending) {
      clearTimeout(pending.watchdog);
      pending.watchdog = undefined;
      if (pending.isRepeatable && pending.repeats < 1) pending.repeats++;
      else this.#take(id)?.resolve(err(unavailable("The analytics engine stopped while it worked on this.")));
    }
    if (this.#isClosed) return;
    this.#options.onLog("the analytics engine stopped; it is started again");
    const wait = RESTART_WAITS_MS[Math.min(this.#failures++, RESTART_WAITS_MS.length - 1)] ?? 0;
    setTimeout(() => void this.#restart(), wait);
  }

  async #restart(): Promise<void> {
    if (this.#isClosed) return;
    try {
      const child = await startChild(this.#options.childPath, this.#options, this.#options.lockWaitMs);
      if (this.#isClosed) child.kill("SIGKILL");
      else this.#adopt(child);
    } catch (error) {
      this.#options.onLog(error instanceof Error ? error.message : String(error));
      this.#refuseAll("The analytics engine does not start.");
      this.#onExit();
    }
  }

  #refuseAll(detail: string): void {
    for (const id of this.#pending.keys()) this.#take(id)?.resolve(err(unavailable(detail)));
  }
}
