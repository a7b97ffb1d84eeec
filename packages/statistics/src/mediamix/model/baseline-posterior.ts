import {
  cholesky,
  drawGamma,
  drawNormal,
  logDeterminant,
  type Matrix,
  type Random,
  solveCholesky,
  zeros,
} from "../../foundation/index.ts";

/** Prior of the noise variance in units of var(outcome): inverse gamma, worth three observations around 0.05. */
const NOISE_SHAPE = 1.5;
const NOISE_RATE = 0.05;
/** Prior standard deviations of coefficients are stated for noise of this size, and scale with it. */
const REFERENCE_NOISE = 0.3;

/**
 * Likelihood of a residual series under the baseline with its coefficients and noise variance integrated out (normal
 * inverse-gamma), and with errors that carry over from period to period: e[t] = ρ e[t−1] + noise.
 */
export class BaselinePosterior {
  /** Design, row after row. */
  private readonly design: Float64Array;
  /** Z′Z + prior precision; the part of the whitened Z′Z linear in −ρ; the part in ρ². */
  private readonly moments: readonly [Matrix, Matrix, Matrix];
  private factor: Matrix;
  private logDet = 0;
  private rho = 0;
  private readonly n: number;
  private readonly p: number;
  private readonly buffer: Float64Array;

  /** @param rows design row of each period */
  constructor(rows: readonly Float64Array[], priorSd: Float64Array) {
    this.n = rows.length;
    this.p = priorSd.length;
    this.buffer = new Float64Array(this.n + 1);
    this.design = new Float64Array(this.n * this.p);
    rows.forEach((row, t) => {
      this.design.set(row, t * this.p);
    });
    const last = this.n - 1;
    const { p } = this;
    const same = this.productSum(0, 0, last);
    const lagged = this.productSum(1, 1, last);
    const inner = this.productSum(0, 1, last - 1);
    for (let i = 0; i < p; i++) {
      const sd = (priorSd[i] ?? 1) / REFERENCE_NOISE;
      same.data[i * p + i] = (same.data[i * p + i] ?? 0) + 1 / (sd * sd);
    }
    const both = zeros(p, p);
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) both.data[i * p + j] = (lagged.data[i * p + j] ?? 0) + (lagged.data[j * p + i] ?? 0);
    }
    this.moments = [same, both, inner];
    this.factor = zeros(p, p);
    this.setCorrelation(0);
  }

  get correlation(): number {
    return this.rho;
  }

  /** Sets ρ. The whitened Z′Z is quadratic in ρ, so this costs no pass over the data. */
  setCorrelation(rho: number): void {
    this.rho = rho;
    const [same, both, inner] = this.moments;
    const precision = zeros(this.p, this.p);
    for (let k = 0; k < precision.data.length; k++) {
      precision.data[k] = (same.data[k] ?? 0) - rho * (both.data[k] ?? 0) + rho * rho * (inner.data[k] ?? 0);
    }
    this.factor = cholesky(precision) ?? this.factor;
    this.logDet = logDeterminant(this.factor);
  }

  /** ln marginal likelihood of outcome minus media, up to a constant. */
  logLikelihood(residual: Float64Array): number {
    const { squares, projected } = this.project(residual);
    const explained = projected.reduce((sum, v) => sum + v * v, 0);
    const rest = Math.max(0, squares - explained);
    const carry = Math.log(1 - this.rho * this.rho) / 2;
    return carry - this.logDet / 2 - (NOISE_SHAPE + this.n / 2) * Math.log(NOISE_RATE + rest / 2);
  }

  /** Draws noise variance and coefficients given the residual; coefficients alone are their posterior mean without `random`. */
  draw(
    residual: Float64Array,
    random: Random | null,
  ): { readonly coefficients: Float64Array; readonly variance: number } {
    const { squares, projected, cross } = this.project(residual);
    const rest = Math.max(0, squares - projected.reduce((sum, v) => sum + v * v, 0));
    const shape = NOISE_SHAPE + this.n / 2;
    const rate = NOISE_RATE + rest / 2;
    const mean = solveCholesky(this.factor, cross);
    if (random === null) return { coefficients: mean, variance: rate / (shape - 1) };
    const variance = rate / drawGamma(random, shape);
    const noise = Float64Array.from({ length: this.p }, () => drawNormal(random, 0, Math.sqrt(variance)));
    return { coefficients: this.backSubstitute(noise).map((v, i) => v + (mean[i] ?? 0)), variance };
  }

  /** Σ z[t] z[t − lag]′ over periods `from` … `to`. */
  private productSum(lag: number, from: number, to: number): Matrix {
    const { p, design } = this;
    const sum = zeros(p, p);
    for (let t = from; t <= to; t++) {
      for (let i = 0; i < p; i++) {
        const z = design[t * p + i] ?? 0;
        if (z === 0) continue;
        const before = (t - lag) * p;
        for (let j = 0; j < p; j++) sum.data[i * p + j] = (sum.data[i * p + j] ?? 0) + z * (design[before + j] ?? 0);
      }
    }
    return sum;
  }

  private project(residual: Float64Array) {
    const { n, p, design, buffer, rho } = this;
    const first = Math.sqrt(1 - rho * rho);
    let squares = 0;
    for (let t = 0; t < n; t++) {
      const value = t === 0 ? first * (residual[0] ?? 0) : (residual[t] ?? 0) - rho * (residual[t - 1] ?? 0);
      buffer[t] = value;
      squares += value * value;
    }
    buffer[n] = 0;
    const cross = new Float64Array(p);
    for (let t = 0; t < n; t++) {
      const value = (t === 0 ? first : 1) * (buffer[t] ?? 0) - rho * (buffer[t + 1] ?? 0);
      const base = t * p;
      for (let j = 0; j < p; j++) cross[j] = (cross[j] ?? 0) + value * (design[base + j] ?? 0);
    }
    const projected = new Float64Array(p);
    const l = this.factor.data;
    for (let i = 0; i < p; i++) {
      let sum = cross[i] ?? 0;
      for (let j = 0; j < i; j++) sum -= (l[i * p + j] ?? 0) * (projected[j] ?? 0);
      projected[i] = sum / (l[i * p + i] ?? 1);
    }
    return { squares, projected, cross };
  }

  /** Solves Lᵀx = v: turns independent noise into noise with the posterior covariance. */
  private backSubstitute(v: Float64Array): Float64Array {
    const { p } = this;
    const l = this.factor.data;
    const x = v.slice();
    for (let i = p - 1; i >= 0; i--) {
      let sum = x[i] ?? 0;
      for (let j = i + 1; j < p; j++) sum -= (l[j * p + i] ?? 0) * (x[j] ?? 0);
      x[i] = sum / (l[i * p + i] ?? 1);
    }
    return x;
  }
}
