import type { CompiledCandidate, CompiledTeam } from "./compile.ts";

/**
 * Fills every seat of a team with a different free person (maximum bipartite matching by augmenting paths, Kuhn 1955).
 * Candidates come sorted, least versatile first, so that people with many skills stay free for other work.
 * @param isFree asked at most once per candidate and seat tried.
 * @param scratch at least as long as the team; reused between calls.
 * @returns one person per seat, or null when no complete team is free.
 */
export function seatTeam(
  team: CompiledTeam,
  isFree: (candidate: CompiledCandidate) => boolean,
  scratch: Int32Array,
): CompiledCandidate[] | null {
  const free = team.map((candidates) => candidates.filter(isFree));
  const holder = new Map<number, number>();
  const seated = scratch.fill(-1, 0, team.length);
  const augment = (seat: number, visited: Set<number>): boolean => {
    for (const [index, { resource }] of (free[seat] ?? []).entries()) {
      if (visited.has(resource)) continue;
      visited.add(resource);
      const other = holder.get(resource);
      if (other !== undefined && !augment(other, visited)) continue;
      holder.set(resource, seat);
      seated[seat] = index;
      return true;
    }
    return false;
  };
  for (let seat = 0; seat < team.length; seat++) if (!augment(seat, new Set())) return null;
  const people: CompiledCandidate[] = [];
  for (let seat = 0; seat < team.length; seat++) {
    const person = free[seat]?.[seated[seat] ?? -1];
    if (person !== undefined) people.push(person);
  }
  return people;
}
