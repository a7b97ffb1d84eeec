import type { MspdiUnit } from "./model.ts";
import { coded } from "./scalar.ts";

/** Codes of the elements DurationFormat and LagFormat. */
export const unitCode = coded<MspdiUnit>({
  m: 3,
  em: 4,
  h: 5,
  eh: 6,
  d: 7,
  ed: 8,
  w: 9,
  ew: 10,
  mo: 11,
  emo: 12,
  "%": 19,
  "e%": 20,
  none: 21,
  "m?": 35,
  "em?": 36,
  "h?": 37,
  "eh?": 38,
  "d?": 39,
  "ed?": 40,
  "w?": 41,
  "ew?": 42,
  "mo?": 43,
  "emo?": 44,
  "%?": 51,
  "e%?": 52,
  "none?": 53,
});

export const isPercent = (unit: MspdiUnit): boolean => unit.includes("%");

/** Elapsed time runs around the clock, nights and holidays included. */
export const isElapsed = (unit: MspdiUnit): boolean => unit.startsWith("e");
