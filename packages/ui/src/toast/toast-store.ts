import type { ProblemBody } from "@yutu/contract";

export type ToastTone = "done" | "warning" | "error";

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  readonly id: number;
  readonly tone: ToastTone;
  readonly text?: string;
  /** A refusal; the region translates its code. */
  readonly problem?: ProblemBody;
  readonly action?: ToastAction;
  /** Takes back what was just done; also reached by ⌘Z while the toast is there. */
  readonly undo?: () => void;
  readonly lastsMs: number;
}

export interface ToastOptions {
  readonly action?: ToastAction;
  readonly undo?: () => void;
}

const SHORT_MS = 4000;
const LONG_MS = 8000;
const MOST = 4;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function publish(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

function add(entry: Omit<Toast, "id">): number {
  lastId += 1;
  publish([...toasts, { ...entry, id: lastId }].slice(-MOST));
  return lastId;
}

/** Short notices at the edge of the page. Refusals of forms belong beside the form instead. */
export const toast = {
  done: (text: string, options: ToastOptions = {}): number =>
    add({ tone: "done", text, lastsMs: options.undo || options.action ? LONG_MS : SHORT_MS, ...options }),
  warn: (text: string, options: ToastOptions = {}): number =>
    add({ tone: "warning", text, lastsMs: LONG_MS, ...options }),
  problem: (problem: ProblemBody): number => add({ tone: "error", problem, lastsMs: LONG_MS }),
  dismiss: (id: number): void => publish(toasts.filter((each) => each.id !== id)),
};

export const toastStore = {
  get: (): readonly Toast[] => toasts,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
