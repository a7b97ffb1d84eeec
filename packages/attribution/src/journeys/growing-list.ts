/** A list of numbers that grows by doubling, kept in a typed array. */
export class GrowingList {
  #data: Float64Array;
  length = 0;

  constructor(capacity = 1024) {
    this.#data = new Float64Array(capacity);
  }

  push(value: number): void {
    if (this.length === this.#data.length) {
      const larger = new Float64Array(this.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.length] = value;
    this.length += 1;
  }

  toFloat64(): Float64Array {
    return this.#data.slice(0, this.length);
  }

  toUint32(): Uint32Array {
    return Uint32Array.from(this.#data.subarray(0, this.length));
  }
}
