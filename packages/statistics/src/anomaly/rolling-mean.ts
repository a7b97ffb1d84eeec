/** Mean of the last `length` values, in constant time; re-summed each lap so that rounding does not pile up. */
export class RollingMean {
  readonly length: number;
  readonly #values: Float64Array;
  #total = 0;
  #seen = 0;

  constructor(length: number) {
    this.length = length;
    this.#values = new Float64Array(length);
  }

  get full(): boolean {
    return this.#seen >= this.length;
  }

  /** Takes a value in and answers the mean of the window that ends with it. */
  push(value: number): number {
    const at = this.#seen % this.length;
    this.#total += value - (this.#values[at] ?? 0);
    this.#values[at] = value;
    this.#seen++;
    if (at === this.length - 1) this.#total = this.#values.reduce((sum, v) => sum + v, 0);
    return this.#total / Math.min(this.#seen, this.length);
  }
}
