import type { TenantRows } from "../warehouse.ts";

const encoder = new TextEncoder();

/** JSONEachRow lines in which each row begins with the workspace of its batch. The engine refuses a row that names one itself. */
export function rowLines(batches: readonly TenantRows[]): Uint8Array {
  const lines: string[] = [];
  for (const { workspaceId, rows } of batches) {
    const head = `{"workspace_id":${JSON.stringify(workspaceId)},`;
    for (const row of rows) lines.push(head + (typeof row === "string" ? row : JSON.stringify(row)).slice(1));
  }
  return encoder.encode(`${lines.join("\n")}\n`);
}
