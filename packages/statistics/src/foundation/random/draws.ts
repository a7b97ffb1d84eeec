import type { Random } from "./generator.ts";

/** Uniform in (0, 1): safe for logarithms. */
export function openUniform(random: Random): number {
  for (;;) {
    const u = random.uniform();
    if (u > 0) return u;
  }
}

/** A whole number in [0, n), without modulo bias. */
export function drawInteger(random: Random, n: number): number {
  if (n > 4294967296) return Math.floor(random.uniform() * n);
  const limit = 4294967296 - (4294967296 % n);
  for (;;) {
    const u = random.uint32();
    if (u < limit) return u % n;
  }
}

/** Normal with the given mean and standard deviation (Marsaglia's polar method). */
export function drawNormal(random: Random, mean = 0, sd = 1): number {
  for (;;) {
    const u = 2 * random.uniform() - 1;
    const v = 2 * random.uniform() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return mean + sd * u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Exponential with the given rate (mean 1/rate). */
export const drawExponential = (random: Random, rate = 1): number => -Math.log(openUniform(random)) / rate;

/** Gamma with shape k and scale θ, mean kθ (Marsaglia and Tsang 2000; boosted for k < 1). */
export function drawGamma(random: Random, shape: number, scale = 1): number {
  if (shape < 1) {
    const boost = openUniform(random) ** (1 / shape);
    return drawGamma(random, shape + 1, scale) * boost;
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const t = 1 + c * x;
    if (t <= 0) continue;
    const v = t * t * t;
    if (Math.log(openUniform(random)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v * scale;
  }
}

/** Beta(a, b) as a ratio of gammas. */
export function drawBeta(random: Random, a: number, b: number): number {
  const x = drawGamma(random, a);
  const y = drawGamma(random, b);
  const total = x + y;
  return total > 0 ? x / total : a / (a + b);
}

/** Student's t with `df` degrees of freedom. */
export const drawStudentT = (random: Random, df: number): number =>
  drawNormal(random) / Math.sqrt((2 * drawGamma(random, df / 2)) / df);

/** Bernoulli: 1 with probability p, else 0. */
export const drawBernoulli = (random: Random, p: number): 0 | 1 => (random.uniform() < p ? 1 : 0);

/** A permutation in place (Fisher-Yates). */
export function shuffle<T>(random: Random, items: T[]): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = drawInteger(random, i + 1);
    const a = items[i] as T;
    items[i] = items[j] as T;
    items[j] = a;
  }
  return items;
}
