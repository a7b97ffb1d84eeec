export { formatPredecessor, formatPredecessors } from "./format.ts";
export { parsePredecessors } from "./parse.ts";
export type { PredecessorRef, ShorthandFault } from "./predecessor.ts";
