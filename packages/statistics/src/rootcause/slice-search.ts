/** One cell as the search sees it: dimension values, and what was and what became. */
export interface SearchCell {
  /** One value per dimension, in the order of the dimension names. */
  readonly values: readonly string[];
  readonly before: number;
  readonly after: number;
}

/** A part of the cube, e.g. channel = 抖音 and region = 华南. */
export interface FoundSlice {
  /** Dimension index and value of each condition. */
  readonly conditions: readonly (readonly [dimension: number, value: string])[];
  readonly cells: readonly number[];
  /** Share of the unevenness of the change that singling this slice out removes. */
  readonly evenness: number;
}

/** Weighted second moments over cells; weight 1/(|before| + |after|), so that large and small cells count alike per unit. */
interface Moments {
  before: number;
  after: number;
  bb: number;
  ba: number;
  aa: number;
}

const NOTHING: Moments = { before: 0, after: 0, bb: 0, ba: 0, aa: 0 };

const minus = (a: Moments, b: Moments): Moments => ({
  before: a.before - b.before,
  after: a.after - b.after,
  bb: a.bb - b.bb,
  ba: a.ba - b.ba,
  aa: a.aa - b.aa,
});

/** Misfit of "everything here changed by one common factor", at the best factor; a part that is all new fits itself. */
const misfit = ({ bb, ba, aa }: Moments): number => (bb > 0 ? Math.max(0, aa - (ba * ba) / bb) : 0);

/** Misfit of the rest of the cube, where values from nothing are not explained by any factor. */
const misfitOfRest = ({ bb, ba, aa }: Moments): number => (bb > 0 ? Math.max(0, aa - (ba * ba) / bb) : Math.max(0, aa));

interface Candidate extends Moments {
  readonly conditions: readonly (readonly [number, string])[];
  readonly cells: number[];
}

/** All ways to choose 1 to `most` of `count` dimensions, as index lists. */
function choices(count: number, most: number): number[][] {
  const found: number[][] = [];
  const extend = (chosen: number[], from: number): void => {
    if (chosen.length > 0) found.push(chosen);
    if (chosen.length === most) return;
    for (let next = from; next < count; next++) extend([...chosen, next], next + 1);
  };
  extend([], 0);
  return found;
}

function momentsOf(cell: SearchCell): Moments {
  const weight = Math.abs(cell.before) + Math.abs(cell.after);
  if (weight === 0) return NOTHING;
  const { before, after } = cell;
  return {
    before,
    after,
    bb: cell.before ** 2 / weight,
    ba: (cell.before * cell.after) / weight,
    aa: cell.after ** 2 / weight,
  };
}

function addTo(total: Moments, part: Moments): void {
  total.before += part.before;
  total.after += part.after;
  total.bb += part.bb;
  total.ba += part.ba;
  total.aa += part.aa;
}

function candidatesOf(cells: readonly SearchCell[], open: readonly number[], mostConditions: number): Candidate[] {
  const dimensions = cells[0]?.values.length ?? 0;
  const table = new Map<string, Candidate>();
  for (const chosen of choices(dimensions, Math.min(mostConditions, dimensions))) {
    for (const at of open) {
      const cell = cells[at];
      if (cell === undefined) continue;
      const conditions = chosen.map((d) => [d, cell.values[d] ?? ""] as const);
      const key = JSON.stringify(conditions);
      const known = table.get(key);
      const candidate = known ?? { conditions, cells: [], ...NOTHING };
      if (known === undefined) table.set(key, candidate);
      candidate.cells.push(at);
      addTo(candidate, momentsOf(cell));
    }
  }
  return [...table.values()];
}

const byName = (a: Candidate, b: Candidate): number =>
  JSON.stringify(a.conditions) < JSON.stringify(b.conditions) ? -1 : 1;

/** True when the slice became clearly more or less than it would have been at the rest's growth. */
function differs(slice: Moments, rest: Moments, leastDifference: number): boolean {
  const expected = rest.before === 0 ? slice.before : (slice.before * rest.after) / rest.before;
  const size = Math.max(Math.abs(expected), Math.abs(slice.after));
  return size > 0 && Math.abs(slice.after - expected) >= leastDifference * size;
}

/**
 * The simplest slice among those nearly as good as the best. Null when the best is not clearly better than what chance
 * gives the best of so many candidates: its gain must exceed (2 ln candidates + 4) times the misfit per remaining cell.
 */
function bestSlice(
  candidates: readonly Candidate[],
  rest: Moments,
  openCells: number,
  leastDifference: number,
): { slice: Candidate; gain: number } | null {
  const now = misfitOfRest(rest);
  const gainOf = (c: Candidate): number =>
    differs(c, minus(rest, c), leastDifference) ? now - misfit(c) - misfitOfRest(minus(rest, c)) : 0;
  const gains = candidates.map(gainOf);
  const top = gains.reduce((most, gain) => Math.max(most, gain), 0);
  if (top <= 1e-12 * Math.max(rest.aa, Number.MIN_VALUE)) return null;
  const good = candidates.flatMap((slice, i) => {
    const gain = gains[i] ?? 0;
    return gain >= 0.95 * top ? [{ slice, gain }] : [];
  });
  good.sort(
    (a, b) => a.slice.conditions.length - b.slice.conditions.length || b.gain - a.gain || byName(a.slice, b.slice),
  );
  const best = good[0];
  if (best === undefined) return null;
  const noise = Math.max(0, now - best.gain) / Math.max(1, openCells - 2);
  return best.gain >= noise * (2 * Math.log(candidates.length) + 4) ? best : null;
}

/**
 * Few slices that, each with a growth factor of its own, leave a rest that changed evenly. Greedy: each step takes the
 * slice that removes most of the weighted squared misfit, the one with fewer conditions when nearly equal; it stops when
 * the next would remove less than `leastGain` of the misfit there was at the start.
 */
export function searchSlices(
  cells: readonly SearchCell[],
  limits: {
    readonly mostSlices: number;
    readonly mostConditions: number;
    readonly leastGain: number;
    readonly leastDifference: number;
  },
): FoundSlice[] {
  let open = cells.map((_, i) => i);
  let rest: Moments = { ...NOTHING };
  for (const cell of cells) addTo(rest, momentsOf(cell));
  const start = misfitOfRest(rest);
  const found: FoundSlice[] = [];
  while (found.length < limits.mostSlices && start > 0) {
    const best = bestSlice(candidatesOf(cells, open, limits.mostConditions), rest, open.length, limits.leastDifference);
    if (best === null || best.gain < limits.leastGain * start || best.slice.cells.length === open.length) break;
    const { conditions, cells: taken } = best.slice;
    found.push({ conditions, cells: taken, evenness: best.gain / start });
    rest = minus(rest, best.slice);
    const gone = new Set(taken);
    open = open.filter((at) => !gone.has(at));
  }
  return found;
}
