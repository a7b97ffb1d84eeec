/**
 * A root of a continuous function whose values at `low` and `high` differ in sign (Brent 1973, chapter 4).
 * @param tolerance absolute accuracy in x beside the machine's own
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 0): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (fa > 0 === fb > 0) throw new RangeError("findRoot needs a change of sign between its ends");
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let i = 0; i < 200; i++) {
    if (Math.abs(fc) < Math.abs(fb)) [a, b, c, fa, fb, fc] = [b, c, b, fb, fc, fb];
    const close = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    const half = (c - b) / 2;
    if (Math.abs(half) <= close || fb === 0) return b;
    const trial = Math.abs(previous) >= close && Math.abs(fa) > Math.abs(fb) ? interpolate(a, b, c, fa, fb, fc) : half;
    const limit = Math.min(3 * Math.abs(half) - close, Math.abs(previous));
    const useful = trial * half > 0 && 2 * Math.abs(trial) < limit;
    previous = useful ? step : half;
    step = useful ? trial : half;
    a = b;
    fa = fb;
    b += Math.abs(step) > close ? step : Math.sign(half) * close;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previous = step;
    }
  }
  return b;
}

/** Inverse quadratic (or, with two points, linear) interpolation: the step from b. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number): number {
  const s = fb / fa;
  if (a === c) return ((c - b) * s) / (s - 1);
  const q = fa / fc;
  const r = fb / fc;
  const p = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
  return -p / ((q - 1) * (r - 1) * (s - 1));
}
