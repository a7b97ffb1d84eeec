import type { CalendarDate } from "@yutu/kernel";
import { driverOf, type View, viewAfter } from "./drivers.ts";
import { NODE, taskAt } from "./graph.ts";
import { axisAt } from "./link-rule.ts";
import type { Driver, Link } from "./model.ts";
import { carrierOf, type MovedNode, plansCarrier } from "./move-cause.ts";
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
    const seen = new Set<string>();
    let pair: MovedNode | null = this.#pairOf(old, node);
    while (pair !== null) {
      const key = `${pair.before} ${pair.after} ${pair.view}`;
      if (seen.has(key)) break;
      seen.add(key);
      const id = this.#idOf(pair);
      // A summary that moves with its part because of what waits for the summary is one step, not a loop.
      const known = chain.indexOf(id);
      if (known >= 0) chain.length = known;
      chain.push(id);
      pair = this.#named.has(id) ? null : (this.#next(pair)?.pair ?? null);
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
      cause: this.#named.has(taskId)
        ? { kind: "change" }
        : (this.#next(this.#pairOf(old, node))?.cause ?? { kind: "plan" }),
    };
  }

  /** The node of a task, before and after. */
  #pairOf(old: number, node: number): MovedNode {
    return { before: old, after: node, view: "planned" };
  }

  /** The other network's node for a node of one of them; gates and roll-ups only where the structure is the same. */
  #counterpart(network: PreparedNetwork, node: number): number {
    const other = network === this.network ? this.#before : this.network;
    if (network.net.graph.kind === other.net.graph.kind) return node;
    const task = network.plan.tasks[node];
    return task === undefined ? -1 : (other.net.graph.indexOf.get(task.id) ?? -1);
  }

  #idOf({ before, after }: MovedNode): string {
    const [network, node] = after >= 0 ? [this.network, after] : [this.#before, before];
    return taskAt(network.plan, at(network.net.graph.taskOf, node)).id;
  }

  /** Whether the node is a summary as a whole, which has no place but that of its parts. */
  #isSummary({ before, after }: MovedNode): boolean {
    const [network, node] = after >= 0 ? [this.network, after] : [this.#before, before];
    const kind = at(network.net.graph.kind, node);
    return kind === NODE.INERT || kind === NODE.ROLLUP_FINISH;
  }

  /** The part that carries a summary's dates: the one that ends with it, else the one that starts with it. */
  #leadingPart({ before, after }: MovedNode): MovedNode | null {
    const later = before < 0 || (after >= 0 && at(this.#newSpans.finish, after) >= at(this.#oldSpans.finish, before));
    const network = later ? this.network : this.#before;
    const node = later ? after : before;
    const spans = later ? this.#newSpans : this.#oldSpans;
    const { childFirst, childTasks } = network.net.graph;
    const parts = [...childTasks.subarray(at(childFirst, node), at(childFirst, node + 1))].flatMap((part) => {
      const pair = this.#pairAt(network, part, "planned");
      const other = later ? pair.before : pair.after;
      return other < 0 || this.#moved(pair.before, pair.after) ? [{ part, pair }] : [];
    });
    const leading =
      parts.find(({ part }) => at(spans.finish, part) === at(spans.finish, node)) ??
      parts.find(({ part }) => at(spans.start, part) === at(spans.start, node)) ??
      parts[0];
    return leading?.pair ?? null;
  }

  #next(moved: MovedNode): { readonly pair: MovedNode; readonly cause: MoveCause } | null {
    if (moved.view === "planned" && this.#isSummary(moved)) {
      const pair = this.#leadingPart(moved);
      return pair === null ? null : { pair, cause: { kind: "parts", taskId: this.#idOf(pair) } };
    }
    const carrier = carrierOf(this.#before, this.network, moved);
    if (carrier === null) {
      const whole = plansCarrier(this.#before, this.network, moved);
      return whole === null
        ? null
        : { pair: this.#pairAt(whole.network, whole.node, whole.view), cause: { kind: "plan" } };
    }
    const { network, hold } = carrier;
    return { pair: this.#pairAt(network, hold.node, viewAfter(hold)), cause: fromDriver(driverOf(network.net, hold)) };
  }

  #pairAt(network: PreparedNetwork, node: number, view: View): MovedNode {
    const other = this.#counterpart(network, node);
    return network === this.network ? { before: other, after: node, view } : { before: node, after: other, view };
  }
}
