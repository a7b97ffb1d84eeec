/** A source of uniform random numbers. Always passed in; a fixed seed gives the same numbers on every machine. */
export interface Random {
  /** A whole number in [0, 2³²). */
  uint32(): number;
  /** A number in [0, 1) with 53 random bits. */
  uniform(): number;
  /** An independent generator for a sub-task, so that adding draws in one place leaves the others unchanged. */
  fork(label: string): Random;
}

const rotateLeft = (x: number, k: number): number => (x << k) | (x >>> (32 - k));

/** One step of splitmix32: spreads a weak seed over 32 bits. */
function splitmix32(state: number): number {
  let z = state | 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}

/** Folds a text into 32 bits (FNV-1a over UTF-16 code units, then splitmix32). */
function textSeed(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return splitmix32(hash);
}

/**
 * xoshiro128** of Blackman and Vigna (2018), "Scrambled linear pseudorandom number generators": period 2¹²⁸ − 1.
 * @param seed a whole number (its low 53 bits count) or any text
 */
export function createRandom(seed: number | string): Random {
  const low = typeof seed === "string" ? textSeed(seed) : seed >>> 0;
  const high = typeof seed === "string" ? textSeed(`${seed}#`) : Math.floor(seed / 4294967296) >>> 0;
  const word = (k: number): number => splitmix32((low + Math.imul(k, 0x9e3779b9)) ^ splitmix32(high + k));
  let s0 = word(1);
  let s1 = word(2);
  let s2 = word(3);
  let s3 = word(4) | 1;
  const uint32 = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotateLeft(s3, 11);
    return result;
  };
  return {
    uint32,
    uniform: () => ((uint32() >>> 5) * 67108864 + (uint32() >>> 6)) / 9007199254740992,
    fork: (label) => createRandom(`${low}:${high}:${label}`),
  };
}
