/**
 * checking → checked → importing → done → undoing → undone, or from any moving state → failed; checking, checked and
 * importing may be cancelled, which takes back what was written.
 */
export const IMPORT_STATES = [
  "checking",
  "checked",
  "importing",
  "done",
  "cancelling",
  "cancelled",
  "undoing",
  "undone",
  "failed",
] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** What a person may ask of an import. */
export const IMPORT_MOVES = ["commit", "cancel", "undo", "retry"] as const;
export type ImportMove = (typeof IMPORT_MOVES)[number];

const MOVES: Readonly<Record<ImportState, readonly ImportMove[]>> = {
  checking: ["cancel"],
  checked: ["commit", "cancel"],
  importing: ["cancel"],
  done: ["undo"],
  cancelling: [],
  cancelled: [],
  undoing: [],
  undone: [],
  failed: ["retry", "cancel"],
};

export const movesOf = (state: ImportState): readonly ImportMove[] => MOVES[state];
export const isMoving = (state: ImportState): boolean =>
  state === "checking" || state === "importing" || state === "undoing" || state === "cancelling";
