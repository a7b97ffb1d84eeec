import { defineProblem, type Problem, problem } from "@yutu/kernel";

/** The engine is down, restarting or cannot be reached; the same call may succeed a little later. */
export const warehouseUnavailable = defineProblem(
  "warehouse/unavailable",
  503,
  "The analytics engine is not available.",
);
/** The query ran longer than its budget and was killed. */
export const warehouseTimeout = defineProblem("warehouse/timeout", 503, "The analytics query took too long.");
/** The query wanted more memory than the engine may use. */
export const warehouseOverloaded = defineProblem(
  "warehouse/overloaded",
  503,
  "The analytics query needs too much memory.",
);

export const warehouseProblems = { warehouseUnavailable, warehouseTimeout, warehouseOverloaded };

export type WarehouseProblem = Problem<"warehouse/unavailable" | "warehouse/timeout" | "warehouse/overloaded">;

const TIMEOUT_CODES = new Set([159, 160, 394, 209]);
const MEMORY_CODES = new Set([241]);
/** Engine errors that say "not now" rather than "wrong": network, too many queries or parts, read-only replica, shutting down. */
const TRANSIENT_CODES = new Set([202, 203, 210, 242, 252, 279, 285, 319, 364, 425, 473, 499, 519, 999]);

/** A statement the engine refused: unknown column, bad type… Always a bug of ours, so it is thrown. */
export class WarehouseStatementError extends Error {
  override readonly name = "WarehouseStatementError";
  /** ClickHouse error code, 0 when the engine gave none. */
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** Sorts an engine error into a refusal the caller can pass on; null means it is a bug and should be thrown. */
export function problemOfEngineError(code: number, message: string): WarehouseProblem | null {
  if (TIMEOUT_CODES.has(code))
    return problem(warehouseTimeout, "The query was stopped at its time limit. Narrow the period or try again.");
  if (MEMORY_CODES.has(code))
    return problem(warehouseOverloaded, "The query was stopped at the memory limit. Narrow the period or try again.");
  if (TRANSIENT_CODES.has(code))
    return problem(warehouseUnavailable, `The analytics engine cannot answer now (code ${code}).`);
  if (code === 0 && /socket|ECONN|EPIPE|timeout/i.test(message))
    return unavailable("The connection to the analytics engine broke.");
  return null;
}

export const unavailable = (detail: string): WarehouseProblem => problem(warehouseUnavailable, detail);
