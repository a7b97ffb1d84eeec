import type { CalendarDate } from "@yutu/kernel";
import { driverOf, type Hold, holdOf } from "./drivers.ts";
import { NODE, taskAt } from "./graph.ts";
import { axisAt } from "./link-rule.ts";
import type { Driver, Link } from "./model.ts";
import type { PreparedNetwork } from "./prepared-network.ts";
import { dateOfFinish, dateOfStart } from "./scale.ts";
import { type Spans, spansOf } from "./summaries.ts";
import { at } from "./typed.ts";

/**
 * Why a task moves: the change names it, a neighbour moved, its parts moved (a summary), or the plan as a whole did
 * (its first day, its end, the day of status).
 */
export type MoveCause =
  | { readonly kind: "change" }
  | { readonly kind: "link" | "successor"; readonly taskId: string; readonly link: Link }
  | { readonly kind: "summary" | "parts"; readonly taskId: string }
  | { readonly kind: "plan" };

export interface TaskMove {
  readonly taskId: string;
  readonly oldStart: CalendarDate;
  readonly oldFinish: CalendarDate;
  readonly newStart: CalendarDate;
  readonly newFinish: CalendarDate;
  /** Working days on the task's calendar by which the start moves; negative is earlier. */
  readonly startShiftDays: number;
  readonly finishShiftDays: number;
  readonly cause: MoveCause;
}

/** A node of the network before or after the change. */
interface Place {
  readonly network: PreparedNetwork;
  readonly node: number;
}

const fromDriver = (driver: Driver): MoveCause => {
  if (driver.kind === "link" || driver.kind === "successor") {
    return { kind: driver.kind, taskId: driver.taskId, link: driver.link };
  }
  return driver.kind === "summary" ? { kind: "summary", taskId: driver.taskId } : { kind: "plan" };
};

/** The answer to "what will move". Moves come in the order of the plan; chains are worked out when asked for. */
export class MovePreview {
  /** The network with the change applied. */
  readonly network: PreparedNetwork;
  readonly moves: readonly TaskMove[];
  /** Ids of tasks that the change brings and takes away. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly #before: PreparedNetwork;
  readonly #named: ReadonlySet<string>;
  readonly #oldSpans: Spans;
  readonly #newSpans: Spans;

  constructor(before: PreparedNetwork, after: PreparedNetwork, named: ReadonlySet<string>) {
    this.network = after;
    this.#before = before;
    this.#named = named;
    this.#oldSpans = spansOf(before.net, before.solution.planned);
    this.#newSpans = spansOf(after.net, after.solution.planned);
    const sameTasks = before.net.graph.indexOf === after.net.graph.indexOf;
    this.added = sameTasks ? [] : after.plan.tasks.filter((t) => !before.net.graph.indexOf.has(t.id)).map((t) => t.id);
    this.removed = sameTasks
      ? []
      : before.plan.tasks.filter((t) => !after.net.graph.indexOf.has(t.id)).map((t) => t.id);
    this.moves = this.#collect(sameTasks);
  }

  /**
   * Task ids from the change to the task, along the links (or parts of summaries) that carry the move; null when the
   * task does not move. A task that moves later follows what pushes it now, one that moves earlier what held it before.
   */
  chainOf(taskId: string): readonly string[] | null {
    const node = this.network.net.graph.indexOf.get(taskId);
    const old = this.#before.net.graph.indexOf.get(taskId);
    if (node === undefined || old === undefined || !this.#moved(old, node)) return null;
    const chain: string[] = [];
    const seen = new Set<number>();
    let place: Place | null = this.#side(old, node);
    while (place !== null && !seen.has(place.node)) {
      seen.add(place.node);
      const id = this.#taskId(place);
      if (chain.at(-1) !== id) chain.push(id);
      place = this.#named.has(id) ? null : this.#causeOf(place);
    }
    return chain.reverse();
  }

  #collect(sameTasks: boolean): TaskMove[] {
    const { graph } = this.network.net;
    const moves: TaskMove[] = [];
    graph.plan.tasks.forEach((task, i) => {
      const old = sameTasks ? i : this.#before.net.graph.indexOf.get(task.id);
      if (old !== undefined && this.#moved(old, i)) moves.push(this.#moveOf(task.id, old, i));
    });
    return moves;
  }

  #moved(old: number, node: number): boolean {
    return (
      at(this.#oldSpans.start, old) !== at(this.#newSpans.start, node) ||
      at(this.#oldSpans.finish, old) !== at(this.#newSpans.finish, node)
    );
  }

  #moveOf(taskId: string, old: number, node: number): TaskMove {
    const { graph } = this.network.net;
    const axis = axisAt(graph.axes, at(graph.calendarOf, node));
    const [oldStart, newStart] = [at(this.#oldSpans.start, old), at(this.#newSpans.start, node)];
    const [oldFinish, newFinish] = [at(this.#oldSpans.finish, old), at(this.#newSpans.finish, node)];
    return {
      taskId,
      oldStart: dateOfStart(oldStart),
      oldFinish: dateOfFinish(oldFinish),
      newStart: dateOfStart(newStart),
      newFinish: dateOfFinish(newFinish),
      startShiftDays: axis.count(newStart) - axis.count(oldStart),
      finishShiftDays: axis.count(newFinish) - axis.count(oldFinish),
      cause: this.#named.has(taskId) ? { kind: "change" } : this.#publicCause(this.#side(old, node)),
    };
  }

  /** The side on which the cause is visible: a later date is explained by the new schedule, an earlier by the old. */
  #side(old: number, node: number): Place {
    const later =
      at(this.#newSpans.finish, node) > at(this.#oldSpans.finish, old) ||
      (at(this.#newSpans.finish, node) === at(this.#oldSpans.finish, old) &&
        at(this.#newSpans.start, node) > at(this.#oldSpans.start, old));
    return later ? { network: this.network, node } : { network: this.#before, node: old };
  }

  #taskId({ network, node }: Place): string {
    return taskAt(network.plan, at(network.net.graph.taskOf, node)).id;
  }

  #hold({ network, node }: Place): Hold {
    return holdOf(network.net, network.solution, node);
  }

  #isSummary({ network, node }: Place): boolean {
    const kind = at(network.net.graph.kind, node);
    return kind === NODE.INERT || kind === NODE.ROLLUP_FINISH;
  }

  /** The part that carries a summary's dates: the one that ends with it, else the one that starts with it. */
  #leadingPart({ network, node }: Place): Place | null {
    const { childFirst, childTasks } = network.net.graph;
    const spans = network === this.network ? this.#newSpans : this.#oldSpans;
    const parts = childTasks.subarray(at(childFirst, node), at(childFirst, node + 1));
    const moved = [...parts].filter((part) => this.#partMoved(network, part));
    const part =
      moved.find((i) => at(spans.finish, i) === at(spans.finish, node)) ??
      moved.find((i) => at(spans.start, i) === at(spans.start, node)) ??
      moved[0];
    return part === undefined ? null : { network, node: part };
  }

  #partMoved(network: PreparedNetwork, part: number): boolean {
    const { id } = taskAt(network.plan, part);
    const old = this.#before.net.graph.indexOf.get(id);
    const node = this.network.net.graph.indexOf.get(id);
    return old === undefined || node === undefined || this.#moved(old, node);
  }

  #causeOf(place: Place): Place | null {
    if (this.#isSummary(place)) return this.#leadingPart(place);
    const hold = this.#hold(place);
    return hold.kind === "edge" ? { network: place.network, node: hold.node } : null;
  }

  #publicCause(place: Place): MoveCause {
    if (this.#isSummary(place)) {
      const part = this.#leadingPart(place);
      return part === null ? { kind: "plan" } : { kind: "parts", taskId: this.#taskId(part) };
    }
    return fromDriver(driverOf(place.network.net, this.#hold(place)));
  }
}
