/** The database cannot be reached or refuses work for now; the request may be repeated later. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

const CONNECTION_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "57P01",
  "57P02",
  "57P03",
  "08006",
  "08003",
  "08001",
  "53300",
]);
const RETRY_CODES = new Set(["40001", "40P01"]);

interface Coded {
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly message?: unknown;
  readonly constraint?: unknown;
}

/** The PostgreSQL or socket error inside whatever a driver or query builder wrapped around it. */
export function databaseErrorOf(error: unknown): { code: string; constraint: string | undefined } | undefined {
  for (let at = error as Coded | undefined, depth = 0; at && depth < 5; at = at.cause as Coded | undefined, depth++) {
    if (typeof at.code === "string")
      return { code: at.code, constraint: typeof at.constraint === "string" ? at.constraint : undefined };
    if (
      typeof at.message === "string" &&
      /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(
        at.message,
      )
    ) {
      return { code: "08006", constraint: undefined };
    }
  }
  return undefined;
}

export const isConnectionLoss = (error: unknown): boolean => CONNECTION_CODES.has(databaseErrorOf(error)?.code ?? "");
export const isRetryable = (error: unknown): boolean => RETRY_CODES.has(databaseErrorOf(error)?.code ?? "");

/** Name of the unique constraint or index that an insert or update ran into, if that is what happened. */
export const violatedUnique = (error: unknown): string | undefined => {
  const found = databaseErrorOf(error);
  return found?.code === "23505" ? (found.constraint ?? "") : undefined;
};
