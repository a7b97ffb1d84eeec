/** Gives each channel name a small code in order of appearance. */
export class ChannelIndex {
  readonly names: string[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(name: string): number {
    const known = this.#codes.get(name);
    if (known !== undefined) return known;
    const code = this.names.length;
    this.#codes.set(name, code);
    this.names.push(name);
    return code;
  }

  /** Names in code-unit order, and the new code of each old one: results then do not depend on the input's order. */
  sorted(): { names: string[]; recode: Uint32Array } {
    const order = this.names.map((_, i) => i).sort((a, b) => compareText(this.names[a] ?? "", this.names[b] ?? ""));
    const recode = new Uint32Array(order.length);
    order.forEach((old, next) => {
      recode[old] = next;
    });
    return { names: order.map((i) => this.names[i] ?? ""), recode };
  }
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
