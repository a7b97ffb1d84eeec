import { readdirSync, readFileSync } from "node:fs";

/** The process and everything it started, from the parents that Linux records. */
export function family(pid: number): number[] {
  const parents = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), parent: parentOf(name) }));
  const found = [pid];
  for (const each of found) found.push(...parents.filter(({ parent }) => parent === each).map((child) => child.pid));
  return found;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return ""; // the process ended meanwhile
  }
}

const parentOf = (name: string): number => Number(/^PPid:\s+(\d+)/m.exec(textOf(`/proc/${name}/status`))?.[1] ?? 0);

/** Memory that would come free if the processes ended, in MB: shared pages count once among those that share them. */
export function memoryMb(pids: readonly number[]): number {
  const kilobytes = pids.map((pid) => Number(/^Pss:\s+(\d+)/m.exec(textOf(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0));
  return (kilobytes.reduce((sum, each) => sum + each, 0) * 1024) / 1_000_000;
}

/** A clock tick of Linux, in milliseconds. */
const TICK_MS = 10;

/** Processor time that processes and those they have outlived took, in milliseconds. */
export function processorMs(pids: readonly number[]): number {
  const ticks = pids.flatMap((pid) => {
    // After the name, which may have blanks: user, system, and the same of children that ended, are the 12th to 15th.
    const [, fields = ""] = textOf(`/proc/${pid}/stat`).split(/\) (?!.*\) )/);
    return fields.split(" ").slice(11, 15).map(Number);
  });
  return ticks.reduce((sum, each) => sum + each, 0) * TICK_MS;
}

const LOOK_EVERY_MS = 250;

/** Watches a process and those it started. The returned function ends that and gives the most they took above the beginning, in MB. */
export function watchMemory(pid: number): () => number {
  const idle = memoryMb(family(pid));
  let most = idle;
  const timer = setInterval(() => {
    most = Math.max(most, memoryMb(family(pid)));
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return most - idle;
  };
}
