/**
 * Several resources share one 32-bit word per slot: each gets a field of free units under a guard bit that is always
 * set. Subtracting a demand clears a guard exactly when that resource is short, so one subtraction and one mask test
 * all resources of the word ("SIMD within a register", Lamport 1975).
 */
export interface PackedResource {
  readonly word: number;
  readonly shift: number;
  readonly guard: number;
}

export interface Packing {
  readonly words: number;
  readonly resources: readonly PackedResource[];
}

/** Bit 31 stays clear so that all arithmetic is on non-negative small integers. */
const WORD_BITS = 31;

const fieldBits = (units: number): number => 33 - Math.clz32(units);

/** First fit by decreasing width. @param peak largest units ever free, per resource; each below 2^29. */
export function packResources(peak: readonly number[]): Packing {
  const used: number[] = [];
  const resources: PackedResource[] = peak.map(() => ({ word: 0, shift: 0, guard: 0 }));
  const widest = peak.map((_, index) => index).sort((a, b) => (peak[b] ?? 0) - (peak[a] ?? 0) || a - b);
  for (const index of widest) {
    const bits = fieldBits(peak[index] ?? 0);
    const fits = used.findIndex((taken) => taken + bits <= WORD_BITS);
    const word = fits < 0 ? used.push(0) - 1 : fits;
    const shift = used[word] ?? 0;
    used[word] = shift + bits;
    resources[index] = { word, shift, guard: 1 << (shift + bits - 1) };
  }
  return { words: used.length, resources };
}

/** Free units of every resource, packed: word w at slot t is entry w · horizon + t. */
export function packCapacity(packing: Packing, capacity: readonly Int32Array[], horizon: number): Int32Array {
  const free = new Int32Array(packing.words * horizon);
  for (const [index, { word, shift, guard }] of packing.resources.entries()) {
    const units = capacity[index];
    const base = word * horizon;
    for (let t = 0; t < horizon; t++) free[base + t] = (free[base + t] ?? 0) | guard | ((units?.[t] ?? 0) << shift);
  }
  return free;
}
