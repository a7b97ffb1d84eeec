import { type Net, type Places, putAt } from "./link-rule.ts";
import { backwardPosition, forwardPass, forwardPosition, putLate } from "./passes.ts";
import { floorOf, forwardLimits, hasLateWish, layLate, type Solution, targetLimits } from "./solution.ts";
import { at } from "./typed.ts";

/** Nodes whose own bounds or links changed, as a mark for each and the stretch of the order they lie in. */
export class DirtySet {
  readonly #mark: Uint8Array;
  readonly #place: Int32Array;
  first = Number.POSITIVE_INFINITY;
  last = -1;

  constructor(place: Int32Array) {
    this.#mark = new Uint8Array(place.length);
    this.#place = place;
  }

  add(node: number): void {
    this.#mark[node] = 1;
    const place = at(this.#place, node);
    if (place < this.first) this.first = place;
    if (place > this.last) this.last = place;
  }

  /** Whether the node was marked; takes the mark away. */
  take(node: number): boolean {
    const marked = at(this.#mark, node) === 1;
    this.#mark[node] = 0;
    return marked;
  }
}

const differs = (places: Places, node: number, position: number, start: number, finish: number): boolean =>
  at(places.position, node) !== position || at(places.start, node) !== start || at(places.finish, node) !== finish;

/** Carries marked nodes' targets to their predecessors; every node whose target changed is marked in `forward`. */
function updateTargets(net: Net, solution: Solution, backward: DirtySet, forward: DirtySet): void {
  const { target, scope } = solution;
  if (target === null || scope === null) return;
  const limits = targetLimits(net, scope);
  const { order, inFirst, inEdges, from } = net.graph;
  for (let i = backward.last; i >= 0 && i >= backward.first; i--) {
    const node = at(order, i);
    if (!backward.take(node) || at(scope, node) === 0) continue;
    const position = at(target.position, node);
    const start = at(target.start, node);
    const finish = at(target.finish, node);
    putLate(net, target, node, backwardPosition(net, target, node, limits));
    if (!differs(target, node, position, start, finish)) continue;
    forward.add(node);
    for (let e = at(inFirst, node); e < at(inFirst, node + 1); e++) backward.add(at(from, at(inEdges, e)));
  }
}

function updateBase(net: Net, solution: Solution, floor: number, forward: DirtySet): void {
  const { base, target } = solution;
  const limits = forwardLimits(net, floor, target);
  const { order, outFirst, outEdges, to } = net.graph;
  for (let i = forward.first; i <= forward.last; i++) {
    const node = at(order, i);
    if (!forward.take(node)) continue;
    const position = at(base.position, node);
    const start = at(base.start, node);
    const finish = at(base.finish, node);
    putAt(net, base, node, forwardPosition(net, base, node, limits));
    if (!differs(base, node, position, start, finish)) continue;
    for (let e = at(outFirst, node); e < at(outFirst, node + 1); e++) forward.add(at(to, at(outEdges, e)));
  }
}

/**
 * Brings a solution up to date after bounds changed, touching only nodes that depend on the marked ones. The solution's
 * arrays are written in place. O(changed nodes with their edges), plus O(n) of plain array reads.
 * @param forward nodes whose bounds or incoming lags changed
 * @param backward nodes whose bounds or outgoing lags changed
 */
export function updateSolution(net: Net, solution: Solution, forward: DirtySet, backward: DirtySet): Solution {
  updateTargets(net, solution, backward, forward);
  const floor = floorOf(net, solution.target);
  if (floor === solution.floor) updateBase(net, solution, floor, forward);
  else forwardPass(net, solution.base, forwardLimits(net, floor, solution.target));
  return { ...solution, floor, planned: hasLateWish(net) ? layLate(net, solution.base) : solution.base };
}
