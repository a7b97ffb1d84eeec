import { err, ok, type Result } from "@yutu/kernel";
import { MAX_DAYS } from "../network/check-tasks.ts";
import { LINK_TYPES } from "../network/graph.ts";
import type { Lag, LinkType } from "../network/model.ts";
import type { PredecessorRef, ShorthandFault } from "./predecessor.ts";

type Rule = ShorthandFault["rule"];

const MAX_PIECE = 200;
const MAX_PIECES = 1000;
const MAX_PERCENT = 10_000;

/** Reference, then a type that follows a digit or a space, then perhaps a lag. */
const TYPED =
  /^(?:([^\s:]+):)?\s*([^\s:+]+?)(?:(?<=\d)|\s+)(FS|SS|FF|SF)(E)?\s*(?:([+-])\s*(\d+(?:\.\d+)?)\s*([^\d\s]*))?$/i;

/** Reference alone or with a wait; a lead needs its type, since `A-3` is a reference. */
const UNTYPED = /^(?:([^\s:]+):)?\s*([^\s:+]+)\s*(?:(\+)\s*(\d+(?:\.\d+)?)\s*([^\d\s]*))?$/;

const UNITS: ReadonlyMap<string, Lag["kind"]> = new Map([
  ["", "working-days"],
  ["d", "working-days"],
  ["wd", "working-days"],
  ["天", "working-days"],
  ["工作日", "working-days"],
  ["c", "calendar-days"],
  ["cd", "calendar-days"],
  ["ed", "calendar-days"],
  ["日历天", "calendar-days"],
  ["自然日", "calendar-days"],
  ["%", "percent"],
  ["p", "percent"],
]);

/** Weeks in one tool are days of the week in another, and hours have no place in a plan by days. */
const AMBIGUOUS = new Set(["w", "k", "ew", "周", "h", "eh", "m", "mo", "月"]);

function readLag(sign: string, digits: string, unit: string): Result<Lag | null, Rule> {
  const kind = UNITS.get(unit.toLowerCase());
  if (kind === undefined) return err(AMBIGUOUS.has(unit.toLowerCase()) ? "ambiguous-unit" : "unknown-unit");
  const size = Number(digits);
  if (size === 0) return ok(null);
  const amount = sign === "-" ? -size : size;
  if (kind === "percent") return size > MAX_PERCENT ? err("lag-too-long") : ok({ kind, percent: amount });
  if (!Number.isInteger(size)) return err("lag-not-whole");
  return size > MAX_DAYS ? err("lag-too-long") : ok({ kind, days: amount });
}

function readPiece(piece: string, isKnown: (ref: string) => boolean): Result<PredecessorRef, Rule> {
  if (piece.length > MAX_PIECE) return err("too-long");
  if (isKnown(piece)) return ok({ ref: piece, type: "FS" });
  const typed = TYPED.exec(piece);
  const plain = typed === null ? UNTYPED.exec(piece) : null;
  const [, project, ref] = typed ?? plain ?? [];
  if (ref === undefined) return err("not-a-predecessor");
  const [sign, digits, unit] = typed !== null ? typed.slice(5) : (plain?.slice(3) ?? []);
  const lag: Result<Lag | null, Rule> = digits === undefined ? ok(null) : readLag(sign ?? "+", digits, unit ?? "");
  if (!lag.ok) return lag;
  const type: LinkType = LINK_TYPES.find((name) => name === typed?.[3]?.toUpperCase()) ?? "FS";
  return ok({
    ref,
    type,
    ...(project !== undefined && { project }),
    ...(lag.value !== null && { lag: lag.value }),
    ...(typed?.[4] !== undefined && { enforced: true }),
  });
}

/**
 * Reads a cell of predecessors as MS Project and Workfront users write it: `3, 12FS+3d, 4ss-1cd, 7FF+50%, 9FSe, 4515:2`.
 *
 * - Type `FS SS FF SF` in any case, default FS; it follows a digit directly and anything else after a space.
 * - Lag in working days `d` `天` `工作日` (default), calendar days `cd` `ed` `自然日`, or percent of the predecessor `%` `p`;
 *   `-` is a lead and needs its type. Weeks and hours are refused: they mean different things in different tools.
 * - Pieces are split at `,` `;` `、` and line ends; full-width letters and signs are read as plain ones; empty pieces are
 *   skipped. Nothing is guessed: every piece that is not read is named in the refusal.
 *
 * @param isKnown whether a whole piece is the name of a task; keeps a name such as `x9ff` from being cut into `x9` and FF
 */
export function parsePredecessors(
  text: string,
  isKnown: (ref: string) => boolean = () => false,
): Result<readonly PredecessorRef[], readonly ShorthandFault[]> {
  const pieces = text
    .normalize("NFKC")
    .replaceAll("\u2212", "-")
    .split(/[,;、\r\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
  if (pieces.length > MAX_PIECES) return err([{ index: MAX_PIECES, text: pieces[MAX_PIECES] ?? "", rule: "too-long" }]);
  const refs: PredecessorRef[] = [];
  const faults: ShorthandFault[] = [];
  pieces.forEach((piece, index) => {
    const read = readPiece(piece, isKnown);
    if (read.ok) refs.push(read.value);
    else faults.push({ index, text: piece.slice(0, MAX_PIECE), rule: read.error });
  });
  return faults.length > 0 ? err(faults) : ok(refs);
}
