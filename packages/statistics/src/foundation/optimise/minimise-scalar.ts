const GOLDEN = 0.3819660112501051;

/**
 * Local minimum of a function of one variable on [low, high] by golden sections with parabolic steps
 * (Brent 1973, chapter 5).
 * @param tolerance accuracy in x relative to its size
 */
export function minimiseScalar(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-9,
): { x: number; value: number } {
  let a = low;
  let b = high;
  let x = a + GOLDEN * (b - a);
  let w = x;
  let v = x;
  let fx = f(x);
  let fw = fx;
  let fv = fx;
  let step = 0;
  let before = 0;
  for (let i = 0; i < 200; i++) {
    const middle = (a + b) / 2;
    const close = tolerance * Math.abs(x) + 1e-15;
    if (Math.abs(x - middle) <= 2 * close - (b - a) / 2) break;
    const parabola = Math.abs(before) > close ? parabolicStep(x, w, v, fx, fw, fv) : Number.NaN;
    const inside = x + parabola > a && x + parabola < b && Math.abs(parabola) < Math.abs(before) / 2;
    before = inside ? step : (x < middle ? b : a) - x;
    step = inside ? parabola : GOLDEN * before;
    const u = Math.abs(step) >= close ? x + step : x + Math.sign(step) * close;
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, w, x] = [w, x, u];
      [fv, fw, fx] = [fw, fx, fu];
      continue;
    }
    if (u < x) a = u;
    else b = u;
    if (fu <= fw || w === x) {
      [v, w] = [w, u];
      [fv, fw] = [fw, fu];
    } else if (fu <= fv || v === x || v === w) {
      v = u;
      fv = fu;
    }
  }
  return { x, value: fx };
}

/** Step from x to the lowest point of the parabola through three points; NaN when they lie on a line. */
function parabolicStep(x: number, w: number, v: number, fx: number, fw: number, fv: number): number {
  const r = (x - w) * (fx - fv);
  const q = (x - v) * (fx - fw);
  const denominator = 2 * (q - r);
  return denominator === 0 ? Number.NaN : -((x - v) * q - (x - w) * r) / denominator;
}
