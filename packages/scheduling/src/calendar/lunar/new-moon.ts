const RADIANS = Math.PI / 180;

/** Amplitude in days, power of the eccentricity, multiples of sun anomaly, moon anomaly, latitude argument. */
type Term = readonly [amplitude: number, e: number, sun: number, moon: number, latitude: number];

const PERIODIC: readonly Term[] = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
  [-0.00007, 0, 2, 1, 0],
  [0.00004, 0, 0, 2, -2],
  [0.00004, 0, 3, 0, 0],
  [0.00003, 0, 1, 1, -2],
  [0.00003, 0, 0, 2, 2],
  [-0.00003, 0, 1, 1, 2],
  [0.00003, 0, -1, 1, 2],
  [-0.00002, 0, -1, 1, -2],
  [-0.00002, 0, 1, 3, 0],
  [0.00002, 0, 0, 4, 0],
];

/** Pull of the planets: phase in degrees, rate in degrees a lunation, amplitude in days. */
const PLANETARY: readonly (readonly [phase: number, rate: number, amplitude: number])[] = [
  [299.77, 0.107408, 0.000325],
  [251.88, 0.016321, 0.000165],
  [251.83, 26.651886, 0.000164],
  [349.42, 36.412478, 0.000126],
  [84.66, 18.206239, 0.00011],
  [141.74, 53.303771, 0.000062],
  [207.14, 2.453732, 0.00006],
  [154.84, 7.30686, 0.000056],
  [34.52, 27.261239, 0.000047],
  [207.19, 0.121824, 0.000042],
  [291.34, 1.844379, 0.00004],
  [161.72, 24.198154, 0.000037],
  [239.56, 25.513099, 0.000035],
  [331.55, 3.592518, 0.000023],
];

/**
 * Instant of the `k`-th new moon counted from 2000-01-06, as a Julian day of terrestrial time. Good to half a minute
 * in 1900..2100. Source: Meeus, Astronomical Algorithms, 2nd edition, chapter 49.
 */
export function newMoon(k: number): number {
  const t = k / 1236.85;
  const mean = 2_451_550.09766 + 29.530588861 * k + t ** 2 * (0.00015437 - 0.00000015 * t + 0.00000000073 * t ** 2);
  const e = 1 - 0.002516 * t - 0.0000074 * t ** 2;
  const sun = 2.5534 + 29.1053567 * k - t ** 2 * (0.0000014 + 0.00000011 * t);
  const moon = 201.5643 + 385.81693528 * k + t ** 2 * (0.0107582 + 0.00001238 * t - 0.000000058 * t ** 2);
  const latitude = 160.7108 + 390.67050284 * k - t ** 2 * (0.0016118 + 0.00000227 * t - 0.000000011 * t ** 2);
  const node = 124.7746 - 1.56375588 * k + t ** 2 * (0.0020672 + 0.00000215 * t);
  let correction = -0.00017 * Math.sin(node * RADIANS);
  for (const [amplitude, power, a, b, c] of PERIODIC) {
    correction += amplitude * e ** power * Math.sin((a * sun + b * moon + c * latitude) * RADIANS);
  }
  PLANETARY.forEach(([phase, rate, amplitude], i) => {
    const drift = i === 0 ? -0.009173 * t ** 2 : 0;
    correction += amplitude * Math.sin((phase + rate * k + drift) * RADIANS);
  });
  return mean + correction;
}

/** Number of the new moon nearest to a Julian day. */
export const newMoonNear = (julianDay: number): number => Math.round((julianDay - 2_451_550.09766) / 29.530588861);
