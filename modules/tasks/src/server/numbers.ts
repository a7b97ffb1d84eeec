import type { TenantTx } from "@yutu/database";

/** Takes the next task numbers of the workspace. @returns the first of `count` numbers that follow one another */
export async function takeNumbers(tx: TenantTx, count: number): Promise<number> {
  const [row] = await tx.query<{ last_number: number }>(
    `INSERT INTO task_counters (last_number) VALUES (1000 + $1)
     ON CONFLICT (workspace_id) DO UPDATE SET last_number = task_counters.last_number + $1 RETURNING last_number`,
    [count],
  );
  return (row?.last_number ?? count) - count + 1;
}
