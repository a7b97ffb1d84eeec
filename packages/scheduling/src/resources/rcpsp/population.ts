import type { Random } from "../random.ts";

export interface Individual {
  readonly list: Int32Array;
  /** Smaller is better. */
  score: number;
  /** Length of the schedule the list came from. */
  makespan: number;
}

/** A steady-state population of task lists without duplicates: a newcomer takes the place of the worst. */
export class Population {
  readonly members: Individual[] = [];

  constructor(
    private readonly size: number,
    private readonly n: number,
  ) {}

  /** Copies `list` in while there is room or when it beats the worst; false when turned away. */
  offer(list: Int32Array, score: number, makespan: number): boolean {
    if (this.has(list, score)) return false;
    if (this.members.length < this.size) {
      this.members.push({ list: list.slice(), score, makespan });
      return true;
    }
    let worst = this.members[0];
    for (const member of this.members) if (worst !== undefined && member.score > worst.score) worst = member;
    if (worst === undefined || score >= worst.score) return false;
    worst.list.set(list);
    worst.score = score;
    worst.makespan = makespan;
    return true;
  }

  /** Forgets everybody, for a restart. */
  clear(): void {
    this.members.length = 0;
  }

  /** Two different parents: `turn` walks over everybody, the other wins a tournament of two. */
  parents(turn: number, random: Random): readonly [Individual, Individual] | null {
    const { members } = this;
    const first = members[turn % members.length];
    const a = members[random.below(members.length)];
    const b = members[random.below(members.length)];
    if (first === undefined || a === undefined || b === undefined) return null;
    const winner = b.score < a.score ? b : a;
    const second = winner === first ? (members[(turn + 1) % members.length] ?? winner) : winner;
    return random.next() < 0.5 ? [first, second] : [second, first];
  }

  private has(list: Int32Array, score: number): boolean {
    return this.members.some((member) => member.score === score && this.same(member.list, list));
  }

  private same(a: Int32Array, b: Int32Array): boolean {
    for (let at = 0; at < this.n; at++) if (a[at] !== b[at]) return false;
    return true;
  }
}
