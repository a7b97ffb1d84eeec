import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { psplibUnreadable } from "./problems.ts";
import type { SlotLink, SlotProject, SlotTask } from "./rcpsp/model.ts";

type Refusal = Problem<"scheduling/psplib-unreadable">;

const LIMIT_CHARS = 2_000_000;

const numbers = (line: string): number[] => line.trim().split(/\s+/).map(Number);

/** Rows of whole numbers that follow a heading, up to the next rule of asterisks. */
function section(lines: readonly string[], heading: string): number[][] {
  const from = lines.findIndex((line) => line.startsWith(heading));
  if (from < 0) return [];
  const rows: number[][] = [];
  for (const line of lines.slice(from + 1)) {
    if (line.startsWith("***")) break;
    const row = numbers(line);
    if (row.length > 0 && row.every(Number.isInteger)) rows.push(row);
  }
  return rows;
}

function readTask(row: readonly number[]): SlotTask {
  const [job = 0, , durationSlots = 0, ...units] = row;
  const demands = units.map((amount, resource) => ({ resource, units: amount })).filter(({ units: u }) => u > 0);
  return { id: String(job), durationSlots, demands };
}

function readLinks(row: readonly number[]): SlotLink[] {
  const [job = 0, , , ...successors] = row;
  return successors.map((to) => ({ from: job - 1, to: to - 1, type: "FS", lagSlots: 0 }));
}

/**
 * Reads a single-mode project of the PSPLIB format (`.sm`; Kolisch and Sprecher 1996). Task ids are the job numbers,
 * the first and the last job are the empty source and sink. O(characters).
 */
export function readPsplib(text: string): Result<SlotProject, Refusal> {
  const refuse = (rule: string): Result<never, Refusal> =>
    err(problem(psplibUnreadable, `this is not a PSPLIB single-mode project: ${rule}`, { params: { rule } }));
  if (text.length > LIMIT_CHARS) return refuse("too long");
  const lines = text.split(/\r?\n/);
  const relations = section(lines, "PRECEDENCE RELATIONS");
  const requests = section(lines, "REQUESTS/DURATIONS");
  const capacities = section(lines, "RESOURCEAVAILABILITIES")[0];
  if (capacities === undefined || requests.length === 0) return refuse("a section is missing");
  if (relations.length !== requests.length) return refuse("the sections list different numbers of jobs");
  if (requests.some((row, index) => row[0] !== index + 1 || row[1] !== 1))
    return refuse("jobs are not 1, 2, 3 … of mode 1");
  const links = relations.flatMap(readLinks);
  if (links.some(({ to }) => requests[to] === undefined)) return refuse("a successor does not exist");
  return ok({
    tasks: requests.map(readTask),
    links,
    resources: capacities.map((capacity, index) => ({ id: `R${index + 1}`, capacity })),
  });
}
