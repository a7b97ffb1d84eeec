import { err, ok, type Result, unwrap } from "@yutu/kernel";
import { compileCalendar } from "../calendar/compiled-calendar.ts";
import { ELAPSED } from "../calendar/day-axis.ts";
import type { WorkAxis } from "../calendar/model.ts";
import { bottomUp, groupEdges, topologicalOrder } from "./adjacency.ts";
import { indexTasks, planFaults } from "./check-plan.ts";
import { cycleFaults } from "./cycles.ts";
import { buildEdges, type EdgeList } from "./edges.ts";
import { type Graph, NODE } from "./graph.ts";
import type { Anchor, Plan, PlanFault } from "./model.ts";
import { at } from "./typed.ts";

const ELAPSED_AXIS = 0;
const PLAN_AXIS = 1;

function compileAxes(plan: Plan): { axes: WorkAxis[]; numberOf: Map<string, number> } {
  const axes: WorkAxis[] = [ELAPSED];
  const numberOf = new Map<string, number>();
  for (const calendar of [plan.calendar, ...(plan.calendars ?? [])]) {
    if (numberOf.has(calendar.id)) continue;
    numberOf.set(calendar.id, axes.length);
    axes.push(unwrap(compileCalendar(calendar)).days);
  }
  return { axes, numberOf };
}

function lagAxes(plan: Plan, list: EdgeList, calendarOf: Int32Array): Int32Array {
  const rule = plan.lagCalendar ?? "successor";
  return Int32Array.from(list.from, (from, edge) => {
    if (rule === "plan") return PLAN_AXIS;
    return at(calendarOf, rule === "successor" ? (list.to[edge] ?? 0) : from);
  });
}

/** Which edge of its day each milestone marks, by the rule of `TaskInput.milestoneAt`. */
function milestoneEdges(plan: Plan, anchorOf: ReadonlyMap<number, Anchor>, inFirst: Int32Array): Uint8Array {
  const marks = new Uint8Array(inFirst.length - 1);
  plan.tasks.forEach((task, i) => {
    const kind = task.constraint?.kind;
    const anchor = anchorOf.get(i);
    let marksEnd = at(inFirst, i + 1) > at(inFirst, i);
    if (kind === "FNET" || kind === "FNLT" || kind === "MFO") marksEnd = true;
    if (kind === "SNET" || kind === "SNLT" || kind === "MSO" || kind === "FIXED") marksEnd = false;
    if (anchor !== undefined) marksEnd = anchor.edge === "finish";
    if (task.milestoneAt !== undefined) marksEnd = task.milestoneAt === "end";
    marks[i] = marksEnd ? 1 : 0;
  });
  return marks;
}

function anchorsOf(plan: Plan, indexOf: ReadonlyMap<string, number>): Map<number, Anchor> {
  const anchors = plan.direction.kind === "from-anchors" ? plan.direction.anchors : [];
  return new Map(anchors.map((anchor) => [indexOf.get(anchor.taskId) ?? -1, anchor]));
}

function parentsOf(plan: Plan, indexOf: ReadonlyMap<string, number>): Int32Array {
  return Int32Array.from(plan.tasks, (task) => (task.parentId === undefined ? -1 : (indexOf.get(task.parentId) ?? -1)));
}

function childrenOf(parentOf: Int32Array): Pick<Graph, "childFirst" | "childTasks"> {
  const parts = Int32Array.from([...parentOf.keys()].filter((i) => at(parentOf, i) >= 0));
  const { first, edges } = groupEdges(
    parentOf.length,
    parts.map((i) => at(parentOf, i)),
  );
  return { childFirst: first, childTasks: edges.map((edge) => at(parts, edge)) };
}

/** Where nodes count their time: tasks on their calendar, milestones and pseudo nodes on elapsed time. */
function nodeAxes(plan: Plan, list: EdgeList): Pick<Graph, "axes" | "axisOf" | "calendarOf" | "lagAxisOf"> {
  const { axes, numberOf } = compileAxes(plan);
  const calendarOf = Int32Array.from(list.taskOf, (task) => {
    const id = plan.tasks[task]?.calendarId;
    return id === undefined ? PLAN_AXIS : (numberOf.get(id) ?? PLAN_AXIS);
  });
  const axisOf = Int32Array.from(list.kind, (kind, node) => (kind === NODE.TASK ? at(calendarOf, node) : ELAPSED_AXIS));
  return { axes, axisOf, calendarOf, lagAxisOf: lagAxes(plan, list, calendarOf) };
}

/** Checks a plan and packs it; O(n + m). Refused with every fault found, circles last. */
export function buildGraph(plan: Plan): Result<Graph, readonly PlanFault[]> {
  const indexOf = indexTasks(plan);
  const faults = planFaults(plan, indexOf);
  if (faults.length > 0) return err(faults);
  const parentOf = parentsOf(plan, indexOf);
  const anchorOf = anchorsOf(plan, indexOf);
  const list = buildEdges(plan, indexOf, parentOf);
  const nodeCount = list.kind.length;
  const to = Int32Array.from(list.to);
  const from = Int32Array.from(list.from);
  const incoming = groupEdges(nodeCount, to);
  const outgoing = groupEdges(nodeCount, from);
  const { order, settled } = topologicalOrder(nodeCount, to, incoming, outgoing);
  if (settled < nodeCount) return err(cycleFaults(plan, list, to, outgoing));
  const place = new Int32Array(nodeCount);
  order.forEach((node, i) => {
    place[node] = i;
  });
  return ok({
    plan,
    indexOf,
    nodeCount,
    kind: Uint8Array.from(list.kind),
    taskOf: Int32Array.from(list.taskOf),
    parentOf,
    bottomUp: bottomUp(parentOf),
    ...childrenOf(parentOf),
    ...nodeAxes(plan, list),
    anchorOf,
    marksEnd: milestoneEdges(plan, anchorOf, incoming.first),
    edgeCount: list.from.length,
    from,
    to,
    type: Uint8Array.from(list.type),
    linkOf: Int32Array.from(list.linkOf),
    inFirst: incoming.first,
    inEdges: incoming.edges,
    outFirst: outgoing.first,
    outEdges: outgoing.edges,
    order,
    place,
  });
}
