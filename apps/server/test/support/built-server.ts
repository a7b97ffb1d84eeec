import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { DataDirectoryInUse, holdDataDirectory } from "@yutu/database";
import { ROOT } from "@yutu/testkit";

const PATIENCE_MS = 60_000;

/** Builds the server unless it is up to date. Test files run side by side, so one waits for the other. */
async function build(): Promise<string> {
  const lock = path.join(ROOT, ".cache", "build-for-tests");
  for (const deadline = Date.now() + PATIENCE_MS; ; ) {
    const release = await holdDataDirectory(lock).catch((error: unknown) => {
      if (!(error instanceof DataDirectoryInUse) || Date.now() > deadline) throw error;
    });
    if (release === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      continue;
    }
    try {
      await promisify(execFile)(process.execPath, [path.join(ROOT, "tools", "build.mjs"), "server"], { cwd: ROOT });
      return path.join(ROOT, "apps", "server", "dist", "main.js");
    } finally {
      await release();
    }
  }
}

let built: Promise<string> | undefined;

/** The bundled server as `npm start` runs it; it starts several times faster than the sources. */
export function builtServer(): Promise<string> {
  built ??= build();
  return built;
}
