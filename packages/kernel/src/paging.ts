import { err, ok, type Result } from "./result.ts";

/** A page of a list; `nextCursor` is null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly nextCursor: string | null;
}

/** Position after the last item of a page: the sort values in order, then the id. Opaque outside the server. */
export type CursorKey = readonly (string | number | null)[];

export const encodeCursor = (key: CursorKey): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(key))))
    .replace(/\+/g, "-")
    .replace(/\//g, "_")
    .replace(/=+$/, "");

export function decodeCursor(cursor: string, length: number): Result<CursorKey, "paging/bad-cursor"> {
  try {
    const bytes = Uint8Array.from(atob(cursor.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
    const key: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!Array.isArray(key) || key.length !== length) return err("paging/bad-cursor");
    if (key.some((part) => part !== null && typeof part !== "string" && typeof part !== "number"))
      return err("paging/bad-cursor");
    return ok(key as CursorKey);
  } catch {
    return err("paging/bad-cursor");
  }
}

/**
 * Cuts a list that was read with one row more than asked into a page.
 * @param rows up to `limit + 1` rows in order
 */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => CursorKey): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
