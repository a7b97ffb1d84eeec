import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { mapOk } from "@yutu/kernel";
import type { Engine } from "../engine.ts";
import { insertSettings } from "../insert-settings.ts";
import { defaultChildPath } from "./child-process.ts";
import { writeEngineConfig } from "./config-file.ts";
import { ChildHost } from "./host.ts";

export interface ChdbOptions {
  /** A folder of its own; one process at a time. */
  readonly dataDir: string;
  /** Statements that run side by side. */
  readonly sessions?: number;
  readonly maxMemoryBytes?: number;
  /** The bundled `chdb-child.js`, where it is not beside the server's own file. */
  readonly childPath?: string;
  /** How long to wait for a predecessor that still holds the directory. */
  readonly lockWaitMs?: number;
  readonly onLog?: (line: string) => void;
}

export interface ChdbEngine extends Engine {
  /** Process id of the engine, null while it restarts. For tests and diagnosis. */
  readonly pid: () => number | null;
}

/**
 * The embedded engine in one child process.
 * @throws WarehouseLockedError
 */
export async function openChdb(options: ChdbOptions): Promise<ChdbEngine> {
  const store = join(options.dataDir, "store");
  await mkdir(store, { recursive: true });
  const configFile = await writeEngineConfig(options.dataDir, {
    maxMemoryBytes: options.maxMemoryBytes ?? 1_500_000_000,
  });
  const host = await ChildHost.start({
    dataDir: store,
    configFile,
    sessions: options.sessions ?? 8,
    childPath: options.childPath ?? defaultChildPath(),
    lockWaitMs: options.lockWaitMs ?? 8_000,
    onLog: options.onLog ?? (() => undefined),
  });
  const nothing = () => undefined;
  return {
    kind: "chdb",
    pid: () => host.pid,
    query: ({ sql, params, timeoutMs, signal }) => host.send({ kind: "query", sql, params, timeoutMs }, true, signal),
    insert: async ({ table, lines, dedupToken, timeoutMs }) =>
      mapOk(
        await host.send({ kind: "insert", table, lines, settings: insertSettings(dedupToken), timeoutMs }, true),
        nothing,
      ),
    command: async ({ sql, params, timeoutMs }) =>
      mapOk(await host.send({ kind: "command", sql, params, timeoutMs }, false), nothing),
    close: () => host.close(),
  };
}
