/**
 * A seeded source of randomness. Everything random in this package takes one, so equal seeds give equal answers on
 * every machine.
 */
export interface Random {
  /** Uniform in [0, 1), 32 bits of resolution. */
  next(): number;
  /** Uniform integer in [0, bound); `bound` between 1 and 2^31. */
  below(bound: number): number;
  /** Standard normal deviate. */
  normal(): number;
}

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** SplitMix32: spreads one 32-bit seed over the state so that neighbouring seeds give unrelated streams. */
function splitMix(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return (z ^ (z >>> 15)) | 0;
  };
}

/**
 * xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47, 2021):
 * period 2^128 − 1, four 32-bit words of state, so it runs in integer arithmetic in a browser.
 * @param seed any integer; only its low 32 bits count.
 */
export function createRandom(seed: number): Random {
  const fill = splitMix(seed);
  let a = fill();
  let b = fill();
  let c = fill();
  let d = fill() | 1;
  let spare = Number.NaN;
  const word = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const t = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= t;
    d = rotateLeft(d, 11);
    return result;
  };
  const next = (): number => word() / 4_294_967_296;
  const normal = (): number => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    // Marsaglia's polar method: two deviates per accepted point of the unit disc.
    for (;;) {
      const u = 2 * next() - 1;
      const v = 2 * next() - 1;
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * scale;
      return u * scale;
    }
  };
  return { next, below: (bound) => Math.floor(next() * bound), normal };
}
