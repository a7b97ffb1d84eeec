import { type CalendarDate, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { createRandom } from "../random.ts";
import { checkAssignment } from "./check-input.ts";
import { explainChoice, loadOf, type Outcome } from "./explain-choice.ts";
import { improveAssignment } from "./improve.ts";
import { AssignmentInstance, skillFit } from "./instance.ts";
import {
  type AssignablePerson,
  type AssignableTask,
  type AssignmentProposal,
  type AssignmentWeights,
  DEFAULT_WEIGHTS,
  type PersonLoad,
} from "./model.ts";
import { assignmentMissingSkill, assignmentNoTime } from "./problems.ts";
import { rebuildAssignment } from "./rebuild.ts";
import { solveAssignment } from "./solve.ts";
import { Working } from "./working.ts";

export interface AssignmentPlan {
  /** In the order of the tasks. */
  readonly proposals: readonly AssignmentProposal[];
  /** Tasks that nobody can take: each names the task and the missing skill, or that there is no time. */
  readonly refused: readonly Problem<"scheduling/assignment-missing-skill" | "scheduling/assignment-no-time">[];
  readonly loads: readonly PersonLoad[];
}

const byId = <T extends { readonly id: string }>(items: readonly T[]): readonly number[] =>
  items.map((_, index) => index).sort((a, b) => ((items[a]?.id ?? "") < (items[b]?.id ?? "") ? -1 : 1));

function horizonOf(tasks: readonly AssignableTask[]): { from: CalendarDate; to: CalendarDate } | null {
  const [first] = tasks;
  if (first === undefined) return null;
  return tasks.reduce(
    ({ from, to }, task) => ({ from: task.start < from ? task.start : from, to: task.finish > to ? task.finish : to }),
    { from: first.start, to: first.finish },
  );
}

/** The present assignment, as far as it can be kept: the other place to start the search from. */
function currentAssignment(instance: AssignmentInstance): Int32Array {
  const index = new Map(instance.people.map((person, position) => [person.id, position]));
  const person = new Int32Array(instance.tasks.length).fill(-1);
  const lists: number[][] = instance.people.map(() => []);
  for (const [task, { currentPersonId }] of instance.tasks.entries()) {
    const owner = index.get(currentPersonId ?? "") ?? -1;
    const list = lists[owner];
    if (list === undefined || !Number.isFinite(instance.pair(task, owner))) continue;
    if (!instance.fits(owner, [...list, task])) continue;
    list.push(task);
    person[task] = owner;
  }
  return person;
}

/** Rounds of rebuilding: enough for the optimum of a team's week, bounded for hundreds of tasks. */
const rebuildRounds = (tasks: number): number => Math.round(Math.min(400, 60_000 / Math.max(1, tasks)));

function solveInstance(instance: AssignmentInstance, seed: number): Int32Array {
  const starts = [currentAssignment(instance), solveAssignment(instance)].map((start) => new Working(instance, start));
  for (const start of starts) improveAssignment(start);
  const best = starts.reduce((a, b) => (b.total() < a.total() - 1e-9 ? b : a));
  rebuildAssignment(best, rebuildRounds(instance.tasks.length), createRandom(seed));
  return best.person;
}

/** Why nobody takes a task: the skill that is missing, or else the time. */
function refusal(task: AssignableTask, people: readonly AssignablePerson[]): AssignmentPlan["refused"][number] {
  const window = `${task.start} to ${task.finish}`;
  for (const required of task.skills) {
    if (people.some((person) => skillFit({ ...task, skills: [required] }, person) > 0)) continue;
    const level = required.minLevel ?? 1;
    return problem(
      assignmentMissingSkill,
      `task ${task.id} needs ${required.skill} at level ${level}, which nobody has`,
      {
        params: { task: task.id, skill: required.skill, minLevel: level },
      },
    );
  }
  if (!people.some((person) => skillFit(task, person) > 0)) {
    const skills = task.skills.map(({ skill }) => skill).join(", ");
    return problem(assignmentMissingSkill, `task ${task.id} needs ${skills} in one person`, {
      params: { task: task.id, skill: skills, minLevel: null },
    });
  }
  return problem(
    assignmentNoTime,
    `nobody with the skills has ${task.workMinutes} minutes left for task ${task.id} from ${window}`,
    {
      params: { task: task.id, workMinutes: task.workMinutes, start: task.start, finish: task.finish },
    },
  );
}

function summarise(instance: AssignmentInstance, person: Int32Array): Outcome {
  const tasksOf: number[][] = instance.people.map(() => []);
  for (const [task, owner] of person.entries()) tasksOf[owner]?.push(task);
  const minutes = tasksOf.map((list) => list.reduce((sum, task) => sum + (instance.tasks[task]?.workMinutes ?? 0), 0));
  const loads = minutes.map((assigned, owner) => loadOf(instance, owner, assigned));
  return { instance, person, loads, tasksOf };
}

/**
 * Proposes one person per task: by skill, free time in the task's window, load, past punctuality and, a little, who has
 * it now. The assignment problem is solved as a whole (shortest augmenting paths, then moves, exchanges and rebuilding on the exact cost), so
 * a scarce specialist is kept for the task that only they can do. The answer does not depend on the order of tasks or
 * people, and asking again with the proposals as the present state proposes no change that is not worth its weight.
 *
 * Cost: O(n² · s) for n tasks and s seats (at most three times the fair share of each person), then O(n²) per pass.
 * Refuses invalid input, naming task or person and rule; tasks that nobody can take are listed in `refused`.
 */
export function proposeAssignments(
  tasks: readonly AssignableTask[],
  people: readonly AssignablePerson[],
  options: { readonly weights?: Partial<AssignmentWeights>; readonly seed?: number } = {},
): Result<AssignmentPlan, Problem<"scheduling/assignment-invalid-input">> {
  const calendars = checkAssignment(tasks, people);
  if (!calendars.ok) return calendars;
  const horizon = horizonOf(tasks);
  if (horizon === null) return ok({ proposals: [], refused: [], loads: [] });
  const [taskOrder, peopleOrder] = [byId(tasks), byId(people)];
  const pick = <T>(items: readonly T[], order: readonly number[]): T[] => order.flatMap((index) => items[index] ?? []);
  const instance = new AssignmentInstance(
    pick(tasks, taskOrder),
    pick(people, peopleOrder),
    pick(calendars.value, peopleOrder),
    horizon,
    { ...DEFAULT_WEIGHTS, ...options.weights },
  );
  const outcome = summarise(instance, solveInstance(instance, options.seed ?? 1));
  const rank = new Map(instance.tasks.map((task, index) => [task.id, index]));
  const proposals = tasks.map((task) => explainChoice(outcome, rank.get(task.id) ?? -1));
  return ok({
    proposals: proposals.filter((proposal) => proposal !== null),
    refused: tasks.filter((_, index) => proposals[index] === null).map((task) => refusal(task, people)),
    loads: instance.people.map((person, owner) => ({
      personId: person.id,
      before: outcome.loads[owner]?.before ?? 0,
      after: outcome.loads[owner]?.after ?? 0,
      taskIds: (outcome.tasksOf[owner] ?? []).flatMap((task) => instance.tasks[task]?.id ?? []),
    })),
  });
}
