import type { Project, Rule, Source } from "../project.ts";

/** Files that reach each other, each group once, in the order of one way around. */
export function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  return stronglyConnected(graph)
    .filter(([first, ...others]) => others.length > 0 || (first !== undefined && graph.get(first)?.includes(first)))
    .map((group) => oneWayAround(graph, new Set(group)));
}

/** Tarjan's strongly connected components, without recursion so that long chains cannot overflow the stack. */
function stronglyConnected(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];
  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const path: { node: string; next: number }[] = [{ node: start, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1];
      if (top === undefined) break;
      if (!index.has(top.node)) {
        index.set(top.node, index.size);
        low.set(top.node, index.size - 1);
        open.push(top.node);
        isOpen.add(top.node);
      }
      const target = graph.get(top.node)?.[top.next];
      if (target !== undefined) {
        top.next += 1;
        if (!index.has(target)) path.push({ node: target, next: 0 });
        else if (isOpen.has(target)) lower(low, top.node, index.get(target));
        continue;
      }
      if (low.get(top.node) === index.get(top.node)) groups.push(close(open, isOpen, top.node));
      path.pop();
      const parent = path[path.length - 1];
      if (parent !== undefined) lower(low, parent.node, low.get(top.node));
    }
  }
  return groups;
}

function lower(low: Map<string, number>, node: string, value = Number.POSITIVE_INFINITY): void {
  low.set(node, Math.min(low.get(node) ?? Number.POSITIVE_INFINITY, value));
}

function close(open: string[], isOpen: Set<string>, root: string): string[] {
  const group = open.splice(open.lastIndexOf(root));
  for (const node of group) isOpen.delete(node);
  return group;
}

/** A shortest cycle within the group, from its alphabetically first member. */
function oneWayAround(graph: ReadonlyMap<string, readonly string[]>, group: ReadonlySet<string>): string[] {
  const [start = ""] = [...group].sort();
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (let i = 0; i < queue.length; i += 1) {
    const node = queue[i] ?? "";
    for (const target of graph.get(node) ?? []) {
      if (target === start) return pathTo(cameFrom, start, node);
      if (!group.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, node);
      queue.push(target);
    }
  }
  return [...group];
}

function pathTo(cameFrom: ReadonlyMap<string, string>, start: string, end: string): string[] {
  const path = [end];
  for (let node = end; node !== start; ) {
    node = cameFrom.get(node) ?? start;
    path.unshift(node);
  }
  return path;
}

function importGraph(project: Project): Map<string, string[]> {
  const targets = (source: Source) =>
    source.resolved.flatMap(({ file }) => (file && project.sources.has(file) ? [file] : []));
  return new Map([...project.sources.values()].map((source) => [source.path, targets(source)]));
}

export const noCycles: Rule = {
  name: "no-cycles",
  reason: "Files that import each other in a circle can only be understood, tested and moved together.",
  check: (project) =>
    cyclesOf(importGraph(project)).map(([path = "", ...others]) => ({
      path,
      line: project.sources.get(path)?.resolved.find(({ file }) => file === (others[0] ?? path))?.line ?? 1,
      message: `import cycle: ${[path, ...others, path].join(" → ")}`,
    })),
};
