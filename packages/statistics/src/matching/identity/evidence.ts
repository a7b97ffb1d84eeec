import { type IdentifierKey, identifierOf, keyOf } from "./identifier.ts";

/** An observation as evidence: the identifiers it joined. A separation cuts it into groups that no longer touch. */
export interface Evidence {
  readonly observationId: string;
  readonly atMs: number;
  readonly source: string;
  readonly groups: readonly (readonly string[])[];
}

/** One step of an explanation: these two identifiers were seen together. */
export interface JoinStep {
  readonly from: IdentifierKey;
  readonly to: IdentifierKey;
  readonly observationId: string;
  readonly atMs: number;
  readonly source: string;
}

/** Evidence by identifier: which groups name it. */
export class EvidenceLog {
  private readonly entries: Evidence[] = [];
  private readonly byKey = new Map<string, number[]>();
  /** Groups already known: seeing the same identifiers together again adds no evidence. */
  private readonly known = new Set<string>();

  add(observationId: string, atMs: number, source: string, identifiers: readonly IdentifierKey[]): void {
    const keys = identifiers.map(keyOf);
    const signature = keys.join("\n");
    if (this.known.has(signature)) return;
    this.known.add(signature);
    const at = this.entries.length;
    this.entries.push({ observationId, atMs, source, groups: [keys] });
    for (const key of keys) {
      const entries = this.byKey.get(key);
      if (entries === undefined) this.byKey.set(key, [at]);
      else entries.push(at);
    }
  }

  /** Divides every group that reaches over both sides, so that it no longer joins them. */
  cut(side: ReadonlySet<string>): void {
    const touched = new Set<number>();
    for (const key of side) for (const at of this.byKey.get(key) ?? []) touched.add(at);
    for (const at of touched) {
      const entry = this.entries[at];
      if (entry === undefined) continue;
      const groups = entry.groups.flatMap((group) => [
        group.filter((key) => side.has(key)),
        group.filter((key) => !side.has(key)),
      ]);
      this.entries[at] = { ...entry, groups: groups.filter((group) => group.length > 0) };
      for (const group of entry.groups) this.known.delete(group.join("\n"));
    }
  }

  /** Shortest chain of sightings from one identifier to another, or null when nothing connects them. */
  path(from: IdentifierKey, to: IdentifierKey): JoinStep[] | null {
    const [start, goal] = [keyOf(from), keyOf(to)];
    const cameFrom = new Map<string, { key: string; entry: Evidence } | null>([[start, null]]);
    const queue = [start];
    for (const key of queue) {
      if (key === goal) return this.trace(goal, cameFrom);
      for (const [next, entry] of this.neighbours(key)) {
        if (cameFrom.has(next)) continue;
        cameFrom.set(next, { key, entry });
        queue.push(next);
      }
    }
    return null;
  }

  /** All identifiers connected with the given ones, leaving out one observation. */
  reach(starts: readonly string[], without: string, within: ReadonlySet<string>): Set<string> {
    const seen = new Set(starts);
    const queue = [...starts];
    for (const key of queue) {
      for (const [next, entry] of this.neighbours(key)) {
        if (entry.observationId === without || seen.has(next) || !within.has(next)) continue;
        seen.add(next);
        queue.push(next);
      }
    }
    return seen;
  }

  private *neighbours(key: string): Generator<[string, Evidence]> {
    for (const at of this.byKey.get(key) ?? []) {
      const entry = this.entries[at];
      const group = entry?.groups.find((keys) => keys.includes(key)) ?? [];
      if (entry !== undefined) for (const next of group) if (next !== key) yield [next, entry];
    }
  }

  private trace(goal: string, cameFrom: ReadonlyMap<string, { key: string; entry: Evidence } | null>): JoinStep[] {
    const steps: JoinStep[] = [];
    let key = goal;
    for (let back = cameFrom.get(key); back !== null && back !== undefined; back = cameFrom.get(key)) {
      const { observationId, atMs, source } = back.entry;
      steps.push({ from: identifierOf(back.key), to: identifierOf(key), observationId, atMs, source });
      key = back.key;
    }
    return steps.reverse();
  }
}
