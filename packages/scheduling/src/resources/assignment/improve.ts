import { Working } from "./working.ts";

const EPSILON = 1e-9;
const MAX_PASSES = 100;

function relocate(working: Working, task: number): boolean {
  const { instance } = working;
  const owner = working.person[task] ?? -1;
  const minutes = working.work(task);
  const leaving = working.loadChange(owner, -minutes) - working.pair(task, owner);
  let best = -EPSILON;
  let target = -1;
  for (let other = 0; other < instance.people.length; other++) {
    if (other === owner || !Number.isFinite(instance.pair(task, other))) continue;
    const gain = leaving + working.pair(task, other) + working.loadChange(other, minutes);
    if (gain >= best || !working.fitsWith(other, task, -1)) continue;
    best = gain;
    target = other;
  }
  if (target < 0) return false;
  working.take(task);
  working.put(task, target);
  return true;
}

/** Exchanges the people of two tasks; `b` may be with nobody, which lets an urgent task push out another. */
function exchange(working: Working, a: number, b: number): boolean {
  const [ownerA, ownerB] = [working.person[a] ?? -1, working.person[b] ?? -1];
  if (ownerA === ownerB) return false;
  const crossed = working.pair(a, ownerB) + working.pair(b, ownerA);
  if (!Number.isFinite(crossed)) return false;
  const difference = working.work(b) - working.work(a);
  const load = working.loadChange(ownerA, difference) + working.loadChange(ownerB, -difference);
  const gain = crossed - working.pair(a, ownerA) - working.pair(b, ownerB) + load;
  if (gain >= -EPSILON) return false;
  if (ownerA >= 0 && !working.fitsWith(ownerA, b, a)) return false;
  if (ownerB >= 0 && !working.fitsWith(ownerB, a, b)) return false;
  working.take(a);
  working.take(b);
  if (ownerB >= 0) working.put(a, ownerB);
  if (ownerA >= 0) working.put(b, ownerA);
  return true;
}

/**
 * Moves and exchanges tasks while that lowers the total cost; Every step lowers the cost, so
 * it ends; a pass is O(tasks² + tasks · people).
 */
export function improveAssignment(working: Working): void {
  const { instance } = working;
  const count = instance.tasks.length;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    let changed = false;
    for (let task = 0; task < count; task++) if (relocate(working, task)) changed = true;
    for (let a = 0; a < count; a++) {
      for (let b = a + 1; b < count; b++) if (exchange(working, a, b)) changed = true;
    }
    if (!changed) return;
  }
}
