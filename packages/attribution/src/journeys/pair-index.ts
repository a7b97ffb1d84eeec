/**
 * Numbers distinct pairs of non-negative integers 1, 2, 3 … in order of appearance: an open-addressing hash table
 * whose slots hold first, second and number side by side, so that a look-up touches one cache line.
 */
export class PairIndex {
  #slots = new Int32Array(4096 * 4);
  #mask = 4095;
  #first = new Int32Array(1024);
  #second = new Int32Array(1024);
  /** One more than the number of pairs; number 0 is never given. */
  size = 1;

  /** The number of a pair, given when new. */
  idOf(first: number, second: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    let slot = slotOf(first, second, mask);
    for (;;) {
      const at = slot * 4;
      const id = slots[at] ?? 0;
      if (id === 0) return this.#insert(at, first, second);
      if (slots[at + 1] === first && slots[at + 2] === second) return id;
      slot = (slot + 1) & mask;
    }
  }

  first(id: number): number {
    return this.#first[id] ?? 0;
  }

  second(id: number): number {
    return this.#second[id] ?? 0;
  }

  #insert(at: number, first: number, second: number): number {
    const id = this.size;
    if (id === this.#first.length) this.#growPairs();
    this.#first[id] = first;
    this.#second[id] = second;
    this.#slots[at] = id;
    this.#slots[at + 1] = first;
    this.#slots[at + 2] = second;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#growSlots();
    return id;
  }

  #growPairs(): void {
    const longer = (old: Int32Array): Int32Array<ArrayBuffer> => {
      const next = new Int32Array(old.length * 2);
      next.set(old);
      return next;
    };
    this.#first = longer(this.#first);
    this.#second = longer(this.#second);
  }

  #growSlots(): void {
    const mask = this.#mask * 2 + 1;
    const slots = new Int32Array((mask + 1) * 4);
    for (let id = 1; id < this.size; id++) {
      const first = this.#first[id] ?? 0;
      const second = this.#second[id] ?? 0;
      let slot = slotOf(first, second, mask);
      while ((slots[slot * 4] ?? 0) > 0) slot = (slot + 1) & mask;
      slots[slot * 4] = id;
      slots[slot * 4 + 1] = first;
      slots[slot * 4 + 2] = second;
    }
    this.#slots = slots;
    this.#mask = mask;
  }
}

/** Home slot of a pair: both numbers mixed and spread over the table. */
function slotOf(first: number, second: number, mask: number): number {
  let h = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & mask;
}
