import type { Compiled } from "./compile.ts";

/** Longest distances through the network, counted in worked slots and ignoring resources and calendars. */
export interface Distances {
  /** Earliest start of each task. */
  readonly head: Int32Array;
  /** Least distance from the finish of each task to the end of the project. */
  readonly tail: Int32Array;
  /** Longest head + duration + tail. */
  readonly span: number;
}

/** Forward and backward pass. O(tasks + links). Canonical numbers are topological, so plain loops suffice. */
export function distances(compiled: Compiled): Distances {
  const { n, duration, release, predBegin, predTask, predOffset } = compiled;
  const head = release.slice();
  const fromStart = duration.slice();
  for (let task = 0; task < n; task++) {
    for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
      const bound = (head[predTask[link] ?? 0] ?? 0) + (predOffset[link] ?? 0);
      if (bound > (head[task] ?? 0)) head[task] = bound;
    }
  }
  let span = 0;
  for (let task = n - 1; task >= 0; task--) {
    for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
      const before = predTask[link] ?? 0;
      const length = (fromStart[task] ?? 0) + (predOffset[link] ?? 0);
      if (length > (fromStart[before] ?? 0)) fromStart[before] = length;
    }
    span = Math.max(span, (head[task] ?? 0) + (fromStart[task] ?? 0));
  }
  const tail = fromStart.map((length, task) => length - (duration[task] ?? 0));
  return { head, tail, span };
}
