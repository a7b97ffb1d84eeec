import { readdirSync, readFileSync } from "node:fs";

/** @typedef {{ pid: number, command: string }} Leftover */

/**
 * Processes of a run that are still alive: those that carry its mark in their environment, or its scratch folder on
 * their command line (PostgreSQL overwrites its environment, but is started with its data folder). Linux only.
 * @param {string} mark
 * @param {string} folder
 * @returns {Leftover[]}
 */
export function leftovers(mark, folder) {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((name) => {
      const command = read(`/proc/${name}/cmdline`).split("\0").join(" ").trim();
      const ours = command !== "" && (command.includes(folder) || read(`/proc/${name}/environ`).includes(mark));
      return ours ? [{ pid: Number(name), command: command.slice(0, 160) }] : [];
    });
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // the process ended, or belongs to somebody else
  }
}

/**
 * Waits a moment for processes that are on their way out, then kills what is left.
 * @param {string} mark
 * @param {string} folder
 * @param {number} patienceMs
 * @returns {Promise<Leftover[]>} what had to be killed
 */
export async function sweep(mark, folder, patienceMs) {
  const until = performance.now() + patienceMs;
  let alive = leftovers(mark, folder);
  while (alive.length > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    alive = leftovers(mark, folder);
  }
  for (const { pid } of alive) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // it ended by itself in between
    }
  }
  return alive;
}
