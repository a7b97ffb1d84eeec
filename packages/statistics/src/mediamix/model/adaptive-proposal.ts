import { cholesky, drawNormal, type Matrix, type Random, zeros } from "../../foundation/index.ts";

/**
 * Random-walk proposal that learns the shape and size of its steps during warm-up (Haario, Saksman and Tamminen 2001, with
 * the acceptance rate steered to 0.3) and stays fixed afterwards.
 */
export class AdaptiveProposal {
  private readonly mean: Float64Array;
  private readonly scatter: Matrix;
  private factor: Matrix;
  private logScale: number;
  private seen = 0;
  private readonly size: number;

  constructor(
    private readonly start: Float64Array,
    private readonly random: Random,
  ) {
    this.size = start.length;
    this.mean = new Float64Array(this.size);
    this.scatter = zeros(this.size, this.size);
    this.factor = zeros(this.size, this.size);
    start.forEach((sd, i) => {
      this.factor.data[i * this.size + i] = sd;
    });
    this.logScale = Math.log(1.2 / Math.sqrt(this.size));
  }

  /** A step away from a point. */
  propose(from: Float64Array): Float64Array {
    const noise = Float64Array.from({ length: this.size }, () => drawNormal(this.random));
    const scale = Math.exp(this.logScale);
    return from.map((v, i) => {
      let step = 0;
      for (let j = 0; j <= i; j++) step += (this.factor.data[i * this.size + j] ?? 0) * (noise[j] ?? 0);
      return v + scale * step;
    });
  }

  /** Learns from where the chain is now; only during warm-up. */
  adapt(at: Float64Array, accepted: number): void {
    this.seen += 1;
    this.logScale += (Math.min(1, accepted) - 0.3) * Math.min(0.25, 4 / Math.sqrt(this.seen + 10));
    const weight = 1 / this.seen;
    const before = at.map((v, i) => v - (this.mean[i] ?? 0));
    at.forEach((v, i) => {
      this.mean[i] = (this.mean[i] ?? 0) + (v - (this.mean[i] ?? 0)) * weight;
    });
    for (let i = 0; i < this.size; i++) {
      for (let j = 0; j < this.size; j++) {
        const after = (at[j] ?? 0) - (this.mean[j] ?? 0);
        this.scatter.data[i * this.size + j] = (this.scatter.data[i * this.size + j] ?? 0) + (before[i] ?? 0) * after;
      }
    }
    if (this.seen >= 60 && this.seen % 20 === 0) this.refresh();
  }

  private refresh(): void {
    const covariance = zeros(this.size, this.size);
    for (let i = 0; i < this.size; i++) {
      for (let j = 0; j < this.size; j++) {
        covariance.data[i * this.size + j] = (this.scatter.data[i * this.size + j] ?? 0) / this.seen;
      }
      const floor = 0.05 * (this.start[i] ?? 1);
      covariance.data[i * this.size + i] = (covariance.data[i * this.size + i] ?? 0) + floor * floor;
    }
    this.factor = cholesky(covariance) ?? this.factor;
  }
}
