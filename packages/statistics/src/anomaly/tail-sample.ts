/**
 * A sliding sample kept in order, with the improbability of a new value beyond either end.
 *
 * Inside the range seen so far the answer is the rank alone (conformal p-value (r + 1)/(n + 1)), so a value that comes
 * back regularly never looks strange, whatever its size. Beyond the largest value seen it continues with an exponential
 * tail whose mean is the mean excess over the upper `1 − tailShare` quantile (peaks over threshold, Pickands 1975; the
 * streaming use follows Siffer et al. 2017).
 */
export class TailSample {
  readonly #recent: Float64Array;
  readonly #ordered: Float64Array;
  readonly #tailShare: number;
  #size = 0;
  #oldest = 0;

  /** @param capacity values remembered; @param tailShare share of the sample each tail is fitted to */
  constructor(capacity: number, tailShare = 0.01) {
    this.#recent = new Float64Array(capacity);
    this.#ordered = new Float64Array(capacity);
    this.#tailShare = tailShare;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * Remembers a value and, when full, forgets the oldest. A value far outside is remembered as only `reach` tail scales
   * outside, so that one outage does not hide the next, while something that keeps coming back is learned bit by bit.
   */
  addBounded(value: number, smallestScale: number, reach: number): void {
    if (this.#size < 30) return this.add(value);
    const top = this.#ordered[this.#size - 1] ?? 0;
    const bottom = this.#ordered[0] ?? 0;
    if (value > top) this.add(Math.min(value, top + reach * this.#upperScale(smallestScale)));
    else if (value < bottom) this.add(Math.max(value, bottom - reach * this.#lowerScale(smallestScale)));
    else this.add(value);
  }

  /** Remembers a value and, when full, forgets the oldest. Cost: one move within a bounded array. */
  add(value: number): void {
    if (this.#size === this.#recent.length) this.#remove(this.#recent[this.#oldest] ?? 0);
    const at = this.#rank(value);
    this.#ordered.copyWithin(at + 1, at, this.#size);
    this.#ordered[at] = value;
    this.#size++;
    this.#recent[this.#oldest] = value;
    this.#oldest = (this.#oldest + 1) % this.#recent.length;
  }

  /** Takes back the latest `count` values. Values already forgotten to make room for them do not return. */
  forgetLatest(count: number): void {
    for (let k = 0; k < count && this.#size > 0; k++) {
      this.#oldest = (this.#oldest - 1 + this.#recent.length) % this.#recent.length;
      this.#remove(this.#recent[this.#oldest] ?? 0);
    }
  }

  #remove(value: number): void {
    const at = this.#rank(value);
    this.#ordered.copyWithin(at, at + 1, this.#size);
    this.#size--;
  }

  /** The value below which a share `p` of the sample lies; 0 when empty. */
  quantile(p: number): number {
    const at = Math.min(this.#size - 1, Math.floor(p * this.#size));
    return at < 0 ? 0 : (this.#ordered[at] ?? 0);
  }

  /**
   * −log₁₀ of the chance of a value at least this large; 0 until 30 values are known.
   * @param smallestScale lower bound of the tail's mean excess, in the unit of the values: keeps a nearly constant
   *   sample from turning rounding noise into certainty
   */
  surpriseAbove(value: number, smallestScale: number): number {
    if (this.#size < 30) return 0;
    const top = this.#ordered[this.#size - 1] ?? 0;
    if (value <= top) return Math.log10((this.#size + 1) / (this.#size - this.#rank(value) + 1));
    const scale = this.#upperScale(smallestScale);
    return Math.log10(this.#size + 1) + (value - top) / scale / Math.LN10;
  }

  /** As `surpriseAbove`, for values at most this small. */
  surpriseBelow(value: number, smallestScale: number): number {
    if (this.#size < 30) return 0;
    const bottom = this.#ordered[0] ?? 0;
    if (value >= bottom) return Math.log10((this.#size + 1) / (this.#rankAfter(value) + 1));
    const scale = this.#lowerScale(smallestScale);
    return Math.log10(this.#size + 1) + (bottom - value) / scale / Math.LN10;
  }

  /** Values each tail is fitted to: its share, but never fewer than ten. */
  get #tailCount(): number {
    return Math.max(10, Math.ceil(this.#tailShare * this.#size));
  }

  /** Mean excess over the quantile where the upper tail begins. */
  #upperScale(smallestScale: number): number {
    const from = Math.max(0, this.#size - this.#tailCount);
    const threshold = this.#ordered[from] ?? 0;
    let excess = 0;
    for (let i = from; i < this.#size; i++) excess += (this.#ordered[i] ?? 0) - threshold;
    return Math.max(excess / (this.#size - from), smallestScale);
  }

  #lowerScale(smallestScale: number): number {
    const to = Math.min(this.#size, this.#tailCount);
    const threshold = this.#ordered[to - 1] ?? 0;
    let excess = 0;
    for (let i = 0; i < to; i++) excess += threshold - (this.#ordered[i] ?? 0);
    return Math.max(excess / to, smallestScale);
  }

  /** How many remembered values are smaller. */
  #rank(value: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ordered[middle] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many remembered values are smaller or equal. */
  #rankAfter(value: number): number {
    let low = 0;
    let high = this.#size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ordered[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
