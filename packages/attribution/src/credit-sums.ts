/** Sums per channel with Neumaier's compensation, so that the order of the paths does not show in the result. */
export class CreditSums {
  readonly #total: Float64Array;
  readonly #lost: Float64Array;

  constructor(channels: number) {
    this.#total = new Float64Array(channels);
    this.#lost = new Float64Array(channels);
  }

  add(channel: number, amount: number): void {
    const total = this.#total[channel] ?? 0;
    const next = total + amount;
    const lost = total >= amount ? total - next + amount : amount - next + total;
    this.#lost[channel] = (this.#lost[channel] ?? 0) + lost;
    this.#total[channel] = next;
  }

  result(): Float64Array {
    return this.#total.map((t, i) => t + (this.#lost[i] ?? 0));
  }
}
