/** Offset of a zone at an instant, in milliseconds east of UTC. */
export type OffsetAt = (utcMs: number) => number;

const QUARTER_MS = 900_000;
const DAY_MS = 86_400_000;
const MOST_REMEMBERED = 20_000;

/**
 * Offsets of one IANA zone. `Intl` takes microseconds for each instant, so answers are remembered by quarter of an hour,
 * the finest step at which zones have changed since 1970.
 * @throws RangeError when there is no such zone
 */
export function zoneOffsets(timeZone: string): OffsetAt {
  const options = {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  } as const;
  const format = new Intl.DateTimeFormat("en-US", options);
  const remembered = new Map<number, number>();
  return (utcMs) => {
    const quarter = Math.floor(utcMs / QUARTER_MS);
    const known = remembered.get(quarter);
    if (known !== undefined) return known;
    const at = quarter * QUARTER_MS;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const wall = Date.UTC(
      part["year"] ?? 0,
      (part["month"] ?? 1) - 1,
      part["day"],
      part["hour"],
      part["minute"],
      part["second"],
    );
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(quarter, wall - at);
    return wall - at;
  };
}

/**
 * The instant at which clocks of a zone show a wall time. A time that the spring change skips counts as if the clock had not
 * been changed; of two autumn hours the earlier is taken.
 * @param wallMs the wall time read as if it were UTC
 */
export function instantOf(wallMs: number, offsetAt: OffsetAt): number {
  const before = wallMs - offsetAt(wallMs - DAY_MS);
  const after = wallMs - offsetAt(wallMs + DAY_MS);
  if (before === after) return before;
  const fits = [Math.min(before, after), Math.max(before, after)].find((at) => at + offsetAt(at) === wallMs);
  return fits ?? before;
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
