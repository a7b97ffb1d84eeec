/**
 * Phases of the season in which the shop is always closed (a Saturday without orders in at least 90 % of the weeks).
 * Such slots are taken out, the rest is forecast with a shorter season, and zeros are put back.
 */
export function closedPhases(values: readonly (number | null)[], period: number): ReadonlySet<number> {
  const closed = new Set<number>();
  if (period < 2 || values.length < 4 * period) return closed;
  for (let phase = 0; phase < period; phase++) {
    let [seen, zeros] = [0, 0];
    for (let t = phase; t < values.length; t += period) {
      const value = values[t] ?? null;
      if (value === null) continue;
      seen++;
      if (value === 0) zeros++;
    }
    if (seen >= 3 && zeros >= 0.9 * seen) closed.add(phase);
  }
  return closed.size < period - 1 ? closed : new Set();
}

/** The slots that are open, as indices into the full series. */
export function openSlots(length: number, period: number, closed: ReadonlySet<number>): number[] {
  const open: number[] = [];
  for (let t = 0; t < length; t++) if (!closed.has(t % period)) open.push(t);
  return open;
}
