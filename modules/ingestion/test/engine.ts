import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Process ids of the embedded engines that this process started: one for each running application. */
async function engines(): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-A", "-o", "pid=,ppid=,args="]);
  return stdout.split("\n").flatMap((line) => {
    const [pid, parent] = line.trim().split(/\s+/);
    return Number(parent) === process.pid && line.includes("chdb-child") ? [Number(pid)] : [];
  });
}

/** Stops the analytics engine where it is, as a machine out of breath does: it answers nobody. The returned function lets it go on. */
export async function pauseWarehouse(): Promise<() => void> {
  const pids = await engines();
  if (pids.length === 0) throw new Error("no engine runs");
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  return () => {
    for (const pid of pids) process.kill(pid, "SIGCONT");
  };
}
