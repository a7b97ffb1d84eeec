import type { AssignmentInstance } from "./instance.ts";
import type { AssignmentProposal, AssignmentReason } from "./model.ts";

interface Load {
  readonly before: number;
  readonly after: number;
}

/** Utilisation of a person with what is booked, and with the proposed tasks as well. */
export function loadOf(instance: AssignmentInstance, person: number, assignedMinutes: number): Load {
  const free = instance.free[person];
  if (free === undefined || free.plannable <= 0) return { before: 0, after: 0 };
  return { before: free.booked / free.plannable, after: (free.booked + assignedMinutes) / free.plannable };
}

export interface Outcome {
  readonly instance: AssignmentInstance;
  readonly person: Int32Array;
  readonly loads: readonly Load[];
  readonly tasksOf: readonly (readonly number[])[];
}

const RANKED = 3;

/** People who could do the task alone, cheapest first: their own cost and what it would add to their booked load. */
function ranking(instance: AssignmentInstance, task: number): { person: number; cost: number }[] {
  const minutes = instance.tasks[task]?.workMinutes ?? 0;
  return instance.people
    .map((_, person) => {
      const load = instance.loadCost(person, minutes) - instance.loadCost(person, 0);
      return { person, cost: instance.pair(task, person) + load };
    })
    .filter(({ cost }) => Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost || a.person - b.person);
}

function reasonsFor(
  outcome: Outcome,
  task: number,
  chosen: number,
  first: number,
  candidates: number,
): AssignmentReason[] {
  const { instance, loads, tasksOf } = outcome;
  const input = instance.tasks[task];
  const person = instance.people[chosen];
  const work = instance.work[task];
  const load = loads[chosen];
  if (input === undefined || person === undefined || work === undefined || load === undefined) return [];
  const reasons: AssignmentReason[] = input.skills.map(({ skill }) => ({
    kind: "skill",
    skill,
    level: person.skills[skill] ?? 0,
  }));
  if (candidates === 1) reasons.push({ kind: "only-candidate" });
  if (input.currentPersonId === person.id) reasons.push({ kind: "keeps-current" });
  const teamMean = loads.reduce((sum, { after }) => sum + after, 0) / Math.max(1, loads.length);
  reasons.push({ kind: "load", ...load, teamMean });
  const freeMinutes = Math.floor(instance.free[chosen]?.between(work.first, work.last) ?? 0);
  reasons.push({ kind: "free-time", freeMinutes, workMinutes: input.workMinutes });
  const finished = (person.record?.onTime ?? 0) + (person.record?.late ?? 0);
  reasons.push({ kind: "on-time", rate: instance.rates[chosen] ?? 0, finished });
  if (first !== chosen) {
    const taskIds = (tasksOf[first] ?? []).flatMap((other) => instance.tasks[other]?.id ?? []);
    reasons.push({ kind: "better-elsewhere", personId: instance.people[first]?.id ?? "", taskIds });
  }
  return reasons;
}

/** The proposal for one assigned task with its evidence; every number is the one the decision was made with. */
export function explainChoice(outcome: Outcome, task: number): AssignmentProposal | null {
  const { instance, person } = outcome;
  const chosen = person[task] ?? -1;
  const input = instance.tasks[task];
  if (chosen < 0 || input === undefined) return null;
  const ranked = ranking(instance, task);
  const personId = instance.people[chosen]?.id ?? "";
  return {
    taskId: input.id,
    personId,
    changed: input.currentPersonId !== personId,
    cost: ranked.find((entry) => entry.person === chosen)?.cost ?? 0,
    reasons: reasonsFor(outcome, task, chosen, ranked[0]?.person ?? chosen, ranked.length),
    alternatives: ranked
      .filter((entry) => entry.person !== chosen)
      .slice(0, RANKED)
      .map((entry) => ({ personId: instance.people[entry.person]?.id ?? "", cost: entry.cost })),
  };
}
