// Starts the built server for the browser tests: an empty data directory of its own, a free port, the demo workspace.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "yutu-e2e-"));
chmodSync(folder, 0o755); // PostgreSQL runs as another user when we are root
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

Object.assign(process.env, {
  YUTU_DATA_DIR: join(folder, "data"),
  YUTU_LOG_LEVEL: "warn",
  PORT: "",
  DATABASE_URL: "",
  CLICKHOUSE_URL: "",
});
const { start } = await import("../../tools/run/start.mjs");
await start();
