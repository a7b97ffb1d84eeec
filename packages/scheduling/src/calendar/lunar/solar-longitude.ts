const RADIANS = Math.PI / 180;

/** Largest pulls of Venus, Jupiter and the Moon on the Earth: phase and rate in degrees (a century), size in degrees. */
const PERTURBATIONS: readonly (readonly [phase: number, rate: number, size: number])[] = [
  [153.23, 22_518.7541, 0.00134],
  [216.57, 45_037.5082, 0.00154],
  [312.69, 32_964.3577, 0.002],
];

/**
 * Apparent longitude of the Sun in degrees, 0 at the March equinox, at a Julian day of terrestrial time; good to about
 * 0.001 degrees (a minute and a half) in 1900..2100. Source: Newcomb's theory as given by Meeus, Astronomical Formulae
 * for Calculators, chapter 18.
 */
export function solarLongitude(julianDay: number): number {
  const t = (julianDay - 2_415_020) / 36_525;
  const anomaly = (358.47583 + 35_999.04975 * t - 0.00015 * t ** 2 - 0.0000033 * t ** 3) * RADIANS;
  const centre =
    (1.91946 - 0.004789 * t - 0.000014 * t ** 2) * Math.sin(anomaly) +
    (0.020094 - 0.0001 * t) * Math.sin(2 * anomaly) +
    0.000293 * Math.sin(3 * anomaly);
  let longitude = 279.69668 + 36_000.76892 * t + 0.0003025 * t ** 2 + centre;
  for (const [phase, rate, size] of PERTURBATIONS) longitude += size * Math.cos((phase + rate * t) * RADIANS);
  longitude += 0.00179 * Math.sin((350.74 + 445_267.1142 * t - 0.00144 * t ** 2) * RADIANS);
  longitude += 0.00178 * Math.sin((231.19 + 20.2 * t) * RADIANS);
  longitude -= 0.00569 + 0.00479 * Math.sin((259.18 - 1934.142 * t) * RADIANS);
  return ((longitude % 360) + 360) % 360;
}
