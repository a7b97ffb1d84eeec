import type { LongCall } from "@yutu/application";
import { ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { askForRows, countRows, keyOfCursor, type RowQuery, readRows } from "../rows/read-rows.ts";
import type { FactRow } from "../rows/row-shapes.ts";

export interface RowPage {
  readonly items: FactRow[];
  readonly nextCursor: string | null;
  readonly rowCount: number | null;
}

/** One page of the rows behind a figure. */
export async function listRows(
  call: LongCall,
  query: RowQuery & { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Result<RowPage, Problem>> {
  const question = await askForRows(call, query);
  if (!question.ok) return question;
  const after = keyOfCursor(query.cursor);
  const [rows, count] = await Promise.all([
    readRows(call, question.value, query.limit + 1, after),
    after ? ok(null) : countRows(call, question.value),
  ]);
  if (!rows.ok) return rows;
  if (!count.ok) return count;
  const page = toPage(rows.value, query.limit, (row) => row.key);
  return ok({ items: page.items.map(({ row }) => row), nextCursor: page.nextCursor, rowCount: count.value });
}
