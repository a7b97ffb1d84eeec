import { daysBetween, err, ok, type Problem, parseCalendarDate, problem, type Result } from "@yutu/kernel";
import { type CompiledCalendar, compileCalendar } from "../../calendar/index.ts";
import type { AssignablePerson, AssignableTask } from "./model.ts";
import { assignmentInvalidInput } from "./problems.ts";

type Refusal = Problem<"scheduling/assignment-invalid-input">;

const MAX_HORIZON_DAYS = 3660;

const refuse = (who: { task?: string; person?: string }, rule: string, detail: string): Refusal =>
  problem(assignmentInvalidInput, `${who.task ?? who.person}: ${detail}`, { params: { ...who, rule } });

function checkTask(task: AssignableTask): Refusal | null {
  const bad = (rule: string, detail: string): Refusal => refuse({ task: task.id }, rule, detail);
  if (!Number.isFinite(task.workMinutes) || task.workMinutes < 0) return bad("work", "the work is 0 minutes or more");
  if (!parseCalendarDate(task.start).ok || !parseCalendarDate(task.finish).ok)
    return bad("window", "its window needs two dates");
  if (task.finish < task.start) return bad("window", "it should finish before it starts");
  const { priority = 500 } = task;
  if (!(priority >= 0 && priority <= 1000)) return bad("priority", "the priority is between 0 and 1000");
  const levels = task.skills.map(({ minLevel = 1 }) => minLevel);
  return levels.every((level) => level >= 1 && level <= 5) ? null : bad("skill", "levels are between 1 and 5");
}

function checkPerson(person: AssignablePerson): Refusal | null {
  const bad = (rule: string, detail: string): Refusal => refuse({ person: person.id }, rule, detail);
  const { availability = 1, booked = [], record } = person;
  if (!(availability >= 0 && availability <= 1)) return bad("availability", "the availability is between 0 and 1");
  if (Object.values(person.skills).some((level) => !(level >= 0 && level <= 5)))
    return bad("skill", "levels are between 1 and 5");
  if (booked.some(({ date, minutes }) => !parseCalendarDate(date).ok || !(minutes >= 0 && minutes < 1e7))) {
    return bad("booked", "booked time needs a date and minutes of 0 or more");
  }
  const counts = [record?.onTime ?? 0, record?.late ?? 0];
  return counts.every((count) => Number.isInteger(count) && count >= 0)
    ? null
    : bad("record", "counts are whole numbers");
}

function firstDouble(ids: readonly string[]): string | null {
  const seen = new Set<string>();
  return ids.find((id) => seen.size === seen.add(id).size) ?? null;
}

/** The calendars of the people, or the first rule that the input breaks, naming the task or person. */
export function checkAssignment(
  tasks: readonly AssignableTask[],
  people: readonly AssignablePerson[],
): Result<CompiledCalendar[], Refusal> {
  const doubleTask = firstDouble(tasks.map(({ id }) => id));
  if (doubleTask !== null) return err(refuse({ task: doubleTask }, "unique-id", "is there twice"));
  const doublePerson = firstDouble(people.map(({ id }) => id));
  if (doublePerson !== null) return err(refuse({ person: doublePerson }, "unique-id", "is there twice"));
  for (const task of tasks) {
    const refusal = checkTask(task);
    if (refusal !== null) return err(refusal);
  }
  const [first] = tasks;
  const earliest = tasks.reduce((min, { start }) => (start < min ? start : min), first?.start ?? ("" as never));
  for (const task of tasks) {
    if (daysBetween(earliest, task.finish) <= MAX_HORIZON_DAYS) continue;
    return err(refuse({ task: task.id }, "horizon", `ends more than ${MAX_HORIZON_DAYS} days after the first start`));
  }
  const calendars: CompiledCalendar[] = [];
  for (const person of people) {
    const refusal = checkPerson(person);
    if (refusal !== null) return err(refusal);
    const calendar = compileCalendar(person.calendar);
    if (!calendar.ok) return err(refuse({ person: person.id }, "calendar", "the calendar is not valid"));
    calendars.push(calendar.value);
  }
  return ok(calendars);
}
