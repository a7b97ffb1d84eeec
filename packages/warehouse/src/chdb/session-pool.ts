import { drainPending, Session } from "chdb";
import { bindStatement } from "./bind-values.ts";
import type { ChildOptions, ChildRequest } from "./protocol.ts";

type Work = Extract<ChildRequest, { kind: "query" | "command" | "insert" }>;

interface Waiting {
  readonly work: Work;
  readonly resolve: (text: string) => void;
  readonly reject: (error: unknown) => void;
}

/** Raised by the pool itself; the code is the one ClickHouse uses for the same thing. */
export class PoolError extends Error {
  readonly clickhouseCode: number;
  constructor(clickhouseCode: number, message: string) {
    super(message);
    this.clickhouseCode = clickhouseCode;
  }
}

/** Long lists of values are bound as text of a statement, hence the size. */
const SESSION_SETTINGS = ["--output_format_json_quote_64bit_integers=1", "--max_query_size=67108864"];
const STOPPED = 394;
const KILL_AGAIN_MS = 50;

/**
 * A pool of chDB sessions on one directory. A session runs one statement at a time, so the pool hands each statement
 * to an idle one and queues the rest in order of arrival. A separate session stops statements that run too long:
 * dropping a promise would leave the engine working. It uses `KILL QUERY … ASYNC`; SYNC hangs in this engine.
 */
export class SessionPool {
  readonly #idle: Session[] = [];
  readonly #all: Session[] = [];
  readonly #control: Session;
  readonly #waiting: Waiting[] = [];
  readonly #running = new Map<number, { stopped: boolean }>();

  constructor(options: ChildOptions) {
    const open = () =>
      new Session(options.dataDir, {
        connectionArgs: [`--config-file=${options.configFile}`, ...SESSION_SETTINGS],
      });
    this.#control = open();
    for (let i = 0; i < options.sessions; i++) this.#all.push(open());
    this.#idle.push(...this.#all);
  }

  /** Runs a statement; the time it waits for a session counts into its limit. */
  run(work: Work): Promise<string> {
    const timer = setTimeout(() => void this.cancel(work.id), work.timeoutMs);
    return new Promise<string>((resolve, reject) => {
      this.#waiting.push({ work, resolve, reject });
      this.#dispatch();
    }).finally(() => clearTimeout(timer));
  }

  /** Stops a statement, whether it waits or runs. */
  async cancel(id: number): Promise<void> {
    const at = this.#waiting.findIndex((waiting) => waiting.work.id === id);
    const [waiting] = at >= 0 ? this.#waiting.splice(at, 1) : [];
    waiting?.reject(new PoolError(STOPPED, "Query was stopped while it waited."));
    if (waiting === undefined) await this.#kill(id);
  }

  /** Stops everything and lets go of the directory. */
  async close(): Promise<void> {
    for (const { reject } of this.#waiting.splice(0)) reject(new PoolError(STOPPED, "The engine is closing."));
    await Promise.allSettled([...this.#running.keys()].map((id) => this.#kill(id)));
    for (const session of [...this.#all, this.#control]) session.close();
    await drainPending();
  }

  #dispatch(): void {
    while (this.#idle.length > 0 && this.#waiting.length > 0) {
      const session = this.#idle.pop();
      const next = this.#waiting.shift();
      if (session === undefined || next === undefined) return;
      const release = () => {
        this.#idle.push(session);
        this.#dispatch();
      };
      this.#execute(session, next.work).then(next.resolve, next.reject).finally(release);
    }
  }

  async #execute(session: Session, work: Work): Promise<string> {
    const state = { stopped: false };
    this.#running.set(work.id, state);
    try {
      return await this.#send(session, work);
    } catch (error) {
      throw state.stopped ? new PoolError(STOPPED, "Query was stopped.") : error;
    } finally {
      this.#running.delete(work.id);
    }
  }

  async #send(session: Session, work: Work): Promise<string> {
    const mark = { log_comment: markOf(work.id) };
    if (work.kind === "insert") {
      const values = Buffer.from(work.lines.buffer, work.lines.byteOffset, work.lines.byteLength);
      await session.insert({
        table: work.table,
        values,
        format: "JSONEachRow",
        settings: { ...work.settings, ...mark },
      });
      return "";
    }
    const settings =
      work.kind === "query"
        ? ` SETTINGS log_comment = '${mark.log_comment}', max_execution_time = ${(work.timeoutMs / 1000).toFixed(3)}`
        : "";
    const binding = bindStatement(work.sql, work.params);
    if (binding !== null) await session.queryAsync(binding);
    const result = await session.queryAsync(work.sql + settings, { format: "JSONEachRow" });
    return work.kind === "query" ? result.text() : "";
  }

  async #kill(id: number): Promise<void> {
    // Again until it is gone: a statement that is still being read is not in the list that KILL looks at.
    // (A stopped one stays listed in system.processes, using nothing, until its session works again.)
    const kill = `KILL QUERY WHERE Settings['log_comment'] = '${markOf(id)}' ASYNC`;
    for (let state = this.#running.get(id); state !== undefined; state = this.#running.get(id)) {
      state.stopped = true;
      await this.#control.queryAsync(kill).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, KILL_AGAIN_MS));
    }
  }
}

const markOf = (id: number): string => `yutu-${id}`;
