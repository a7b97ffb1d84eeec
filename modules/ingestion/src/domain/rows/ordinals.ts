const START_SIZE = 1 << 14;
const MAX_LOAD = 0.6;

/**
 * Counts how often each text has come, from 1, in 10 bytes a text: the texts themselves are not kept, only 64 bits of
 * hash, so that a file of millions of rows needs tens of megabytes. Two texts share a count with a chance of about
 * n²/2⁶⁵, less than one in a million for five million texts.
 */
export class Ordinals {
  #high = new Uint32Array(START_SIZE);
  #low = new Uint32Array(START_SIZE);
  #counts = new Uint16Array(START_SIZE);
  #size = 0;

  /** How many different texts there were. */
  get size(): number {
    return this.#size;
  }

  /** The ordinal of this occurrence; stays at 65,535 once there. */
  next(text: string): number {
    const [high, low] = hash(text);
    const at = this.#place(high, low);
    const count = this.#counts[at] ?? 0;
    if (count === 0) {
      this.#high[at] = high;
      this.#low[at] = low;
      this.#size += 1;
    }
    this.#counts[at] = Math.min(count + 1, 0xffff);
    if (this.#size > this.#counts.length * MAX_LOAD) this.#grow();
    return Math.min(count + 1, 0xffff);
  }

  /** Whether the text has come. */
  has(text: string): boolean {
    const [high, low] = hash(text);
    return this.#counts[this.#place(high, low)] !== 0;
  }

  /** Where the hash is, or would be put. */
  #place(high: number, low: number): number {
    const mask = this.#counts.length - 1;
    let at = low & mask;
    while (this.#counts[at] !== 0 && !(this.#high[at] === high && this.#low[at] === low)) at = (at + 1) & mask;
    return at;
  }

  #grow(): void {
    const [high, low, counts] = [this.#high, this.#low, this.#counts];
    const size = counts.length * 2;
    this.#high = new Uint32Array(size);
    this.#low = new Uint32Array(size);
    this.#counts = new Uint16Array(size);
    for (let i = 0; i < counts.length; i++) {
      if (counts[i] === 0) continue;
      let at = (low[i] ?? 0) & (size - 1);
      while (this.#counts[at] !== 0) at = (at + 1) & (size - 1);
      this.#high[at] = high[i] ?? 0;
      this.#low[at] = low[i] ?? 0;
      this.#counts[at] = counts[i] ?? 0;
    }
  }
}

function hash(text: string): readonly [number, number] {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  }
  high = scramble(high ^ text.length);
  return [high, scramble(low ^ high)];
}

/** Finaliser of MurmurHash3, so that near texts lie far apart. */
function scramble(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
