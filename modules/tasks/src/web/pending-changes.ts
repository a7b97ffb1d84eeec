import { useSyncExternalStore } from "react";
import type { TaskRow } from "./task-row.ts";

/** What a person has just changed and the server has not confirmed yet, laid over the rows on screen. */
interface Pending {
  /** Version of the row the change was made on; a newer one from the server wins. */
  readonly version: number;
  readonly patch: Partial<TaskRow>;
}

let pending: ReadonlyMap<string, Pending> = new Map();
const listeners = new Set<() => void>();

function publish(next: ReadonlyMap<string, Pending>): void {
  pending = next;
  for (const listener of listeners) listener();
}

export const pendingChanges = {
  get: (): ReadonlyMap<string, Pending> => pending,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  put: (row: Pick<TaskRow, "id" | "version">, patch: Partial<TaskRow>): void => {
    const known = pending.get(row.id);
    const before = known && known.version === row.version ? known.patch : {};
    publish(new Map(pending).set(row.id, { version: row.version, patch: { ...before, ...patch } }));
  },
  drop: (taskIds: readonly string[]): void => {
    const next = new Map(pending);
    for (const id of taskIds) next.delete(id);
    publish(next);
  },
};

/** The row with what is still on its way; the same object while nothing is. */
export function withPending<Row extends Pick<TaskRow, "id" | "version">>(
  row: Row,
  changes: ReadonlyMap<string, Pending> = pending,
): Row {
  const own = changes.get(row.id);
  return own && own.version >= row.version ? { ...row, ...own.patch } : row;
}

export const usePendingChanges = (): ReadonlyMap<string, Pending> =>
  useSyncExternalStore(pendingChanges.subscribe, pendingChanges.get, pendingChanges.get);
