/** A department as the tree needs it. */
export interface DepartmentNode {
  readonly id: string;
  readonly parentId: string | null;
}

/** Whether putting `id` below `parentId` would make the tree run in a circle. */
export function wouldCycle(departments: readonly DepartmentNode[], id: string, parentId: string | null): boolean {
  const parentOf = new Map(departments.map((d) => [d.id, d.parentId]));
  for (let at = parentId; at !== null; at = parentOf.get(at) ?? null) {
    if (at === id) return true;
  }
  return false;
}
