/**
 * Numbers distinct sequences of codes 0, 1, 2 … in order of appearance: one hash look-up per sequence, not per code.
 * The sequences lie one after another in a single array.
 */
export class PathTable {
  /** Slot: hash and number + 1, side by side; number 0 marks a free slot. */
  #slots = new Int32Array(16_384 * 2);
  #mask = 16_383;
  #offsets = new Uint32Array(1024);
  #codes = new Uint32Array(4096);
  /** Number of distinct sequences. */
  size = 0;

  /** The number of the sequence `source[from … to − 1]`, given when new. */
  idOf(source: Uint32Array, from: number, to: number): number {
    const hash = hashOf(source, from, to);
    const slots = this.#slots;
    let slot = hash & this.#mask;
    for (;;) {
      const id = (slots[slot * 2 + 1] ?? 0) - 1;
      if (id < 0) return this.#insert(slot, hash, source, from, to);
      if (slots[slot * 2] === hash && this.#equals(id, source, from, to)) return id;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Sequence i stands at `offsets[i]` … `offsets[i + 1] − 1` of the codes. */
  offsets(): Uint32Array {
    return this.#offsets.slice(0, this.size + 1);
  }

  codes(): Uint32Array {
    return this.#codes.slice(0, this.#offsets[this.size] ?? 0);
  }

  #equals(id: number, source: Uint32Array, from: number, to: number): boolean {
    const start = this.#offsets[id] ?? 0;
    if ((this.#offsets[id + 1] ?? 0) - start !== to - from) return false;
    for (let j = from, k = start; j < to; j++, k++) if (source[j] !== this.#codes[k]) return false;
    return true;
  }

  #insert(slot: number, hash: number, source: Uint32Array, from: number, to: number): number {
    const id = this.size;
    const start = this.#offsets[id] ?? 0;
    const end = start + to - from;
    while (end > this.#codes.length) this.#codes = doubled(this.#codes);
    if (id + 2 > this.#offsets.length) this.#offsets = doubled(this.#offsets);
    this.#codes.set(source.subarray(from, to), start);
    this.#offsets[id + 1] = end;
    this.#slots[slot * 2] = hash;
    this.#slots[slot * 2 + 1] = id + 1;
    this.size += 1;
    if (this.size * 2 > this.#mask) this.#growSlots();
    return id;
  }

  #growSlots(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 4 + 3;
    this.#slots = new Int32Array((this.#mask + 1) * 2);
    for (let i = 0; i < old.length; i += 2) {
      if ((old[i + 1] ?? 0) === 0) continue;
      let slot = (old[i] ?? 0) & this.#mask;
      while ((this.#slots[slot * 2 + 1] ?? 0) > 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot * 2] = old[i] ?? 0;
      this.#slots[slot * 2 + 1] = old[i + 1] ?? 0;
    }
  }
}

function doubled(old: Uint32Array): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(old.length * 2);
  next.set(old);
  return next;
}

/** Multiplicative hash of a sequence, mixed at the end. */
function hashOf(source: Uint32Array, from: number, to: number): number {
  let h = to - from;
  for (let j = from; j < to; j++) h = Math.imul(h ^ (source[j] ?? 0), 0x9e3779b1) ^ (h >>> 15);
  h = Math.imul(h ^ (h >>> 16), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) | 0;
}
