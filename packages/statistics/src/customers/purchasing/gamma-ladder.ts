/**
 * ln Γ(c + k) − ln Γ(c) and its derivative in c for k = 0, 1, …, by adding logarithms: customers share few counts, so
 * likelihoods look these up instead of evaluating ln Γ per customer.
 */
export class GammaLadder {
  readonly value: Float64Array;
  readonly slope: Float64Array;

  constructor(c: number, highest: number) {
    this.value = new Float64Array(highest + 1);
    this.slope = new Float64Array(highest + 1);
    for (let k = 1; k <= highest; k++) {
      this.value[k] = (this.value[k - 1] ?? 0) + Math.log(c + k - 1);
      this.slope[k] = (this.slope[k - 1] ?? 0) + 1 / (c + k - 1);
    }
  }
}
