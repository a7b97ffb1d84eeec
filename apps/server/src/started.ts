type Stop = () => Promise<void>;

/** What was started, stopped in reverse order, each once. */
export class Started {
  readonly #stops: Stop[] = [];
  add(stop: Stop): void {
    this.#stops.push(stop);
  }
  async stop(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) await stop();
  }
}
