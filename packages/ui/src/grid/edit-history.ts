import type { CellChange } from "./grid-types.ts";

interface Step {
  readonly forth: readonly CellChange[];
  readonly back: readonly CellChange[];
}

const MOST = 100;

/** What was edited, to take back and do again. */
export class EditHistory {
  #done: Step[] = [];
  #undone: Step[] = [];

  record(forth: readonly CellChange[], back: readonly CellChange[]): void {
    this.#done = [...this.#done, { forth, back }].slice(-MOST);
    this.#undone = [];
  }

  /** The changes that take the latest edit back, if there is one. */
  undo(): readonly CellChange[] | undefined {
    const step = this.#done.pop();
    if (step) this.#undone.push(step);
    return step?.back;
  }

  redo(): readonly CellChange[] | undefined {
    const step = this.#undone.pop();
    if (step) this.#done.push(step);
    return step?.forth;
  }
}
