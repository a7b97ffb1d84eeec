import type { Goal } from "./types.ts";

/** Goals in the order of the tree, each with its depth; what hangs in a circle or on nothing stands at the top. */
export function inTreeOrder(goals: readonly Goal[]): { readonly goal: Goal; readonly depth: number }[] {
  const ids = new Set(goals.map((g) => g.id));
  const below = (parentId: string | null, depth: number, seen: ReadonlySet<string>): { goal: Goal; depth: number }[] =>
    goals
      .filter((g) => (g.parentId !== null && ids.has(g.parentId) ? g.parentId : null) === parentId && !seen.has(g.id))
      .flatMap((goal) => [{ goal, depth }, ...below(goal.id, depth + 1, new Set([...seen, goal.id]))]);
  return below(null, 0, new Set());
}
