import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

/** Whether Linux still lists a process that has ended, because nobody has asked for its exit code. */
function isZombie(pid: number): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** Whether a process runs, ours or somebody else's. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return process.platform !== "linux" || !isZombie(pid);
}

/** Whether the process is a PostgreSQL server; yes where the system does not tell. */
export async function isPostgres(pid: number): Promise<boolean> {
  try {
    const name =
      process.platform === "linux"
        ? await readFile(`/proc/${pid}/comm`, "utf8")
        : (await promisify(execFile)("ps", ["-o", "comm=", "-p", String(pid)])).stdout;
    return name.includes("postgres");
  } catch {
    return true;
  }
}
