import { chordOf, isComposingKey, type KeyPress } from "./chord.ts";

export interface Shortcut {
  /** `mod+k`, `?`, `shift+left`, or a sequence such as `g p`. */
  readonly keys: string;
  /** What it does, for the help; an empty label keeps it out of there. */
  readonly label: string;
  /** Heading in the help. */
  readonly group?: string;
  readonly enabled?: boolean;
  /** Also while typing in a field (⌘K, ⌘Enter). */
  readonly inFields?: boolean;
  /** Return `false` to let the key go on as if there were no shortcut. */
  readonly run: () => boolean | void;
}

const SEQUENCE_MS = 1200;

export interface PressContext {
  readonly mac: boolean;
  /** The key went into a text field. */
  readonly inField: boolean;
  readonly nowMs: number;
}

/** All shortcuts of the page. What was registered last wins, so an open panel covers the page behind it. */
export class ShortcutRegistry {
  readonly #entries = new Map<symbol, () => Shortcut>();
  readonly #listeners = new Set<() => void>();
  #begun = "";
  #begunAtMs = 0;

  /** @param read gives the current version, so that handlers are never stale
   *  @returns a function that takes it out again */
  add(read: () => Shortcut): () => void {
    const key = Symbol("shortcut");
    this.#entries.set(key, read);
    this.#tell();
    return () => {
      this.#entries.delete(key);
      this.#tell();
    };
  }

  /** The shortcuts in force, latest first. */
  list(): Shortcut[] {
    return [...this.#entries.values()]
      .map((read) => read())
      .filter((each) => each.enabled !== false)
      .reverse();
  }

  /** @returns whether a shortcut took the key (then its default action should not happen) */
  press(event: KeyPress, context: PressContext): boolean {
    if (isComposingKey(event)) return false;
    const chord = chordOf(event, context.mac);
    const continued = context.nowMs - this.#begunAtMs <= SEQUENCE_MS && this.#begun !== "";
    const typed = continued ? `${this.#begun} ${chord}` : chord;
    this.#begun = "";
    const active = this.list().filter((each) => !context.inField || each.inFields);
    for (const wanted of continued ? [typed, chord] : [chord]) {
      for (const each of active) {
        if (each.keys === wanted && each.run() !== false) return true;
      }
    }
    if (active.some((each) => each.keys.startsWith(`${chord} `))) {
      this.#begun = chord;
      this.#begunAtMs = context.nowMs;
    }
    return false;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
