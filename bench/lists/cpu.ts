import { existsSync, readdirSync, readFileSync } from "node:fs";

/** Ticks of /proc are hundredths of a second on every Linux that Node runs on. */
const TICK_MS = 10;

function statOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
  } catch {
    return []; // ended meanwhile
  }
}

/**
 * CPU milliseconds that a PostgreSQL has used so far: its own, those of its backends, and of those that have ended.
 * Undefined where there is no /proc.
 */
export function postgresCpuMs(postmaster: number | undefined): number | undefined {
  if (postmaster === undefined || !existsSync("/proc/self/stat")) return undefined;
  const own = statOf(String(postmaster));
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(statOf)
    .filter((stat) => stat[1] === String(postmaster));
  const ticks = [...own.slice(11, 15), ...children.flatMap((stat) => stat.slice(11, 13))];
  return ticks.reduce((sum, tick) => sum + Number(tick), 0) * TICK_MS;
}
