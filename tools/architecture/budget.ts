import { isTest, workspaceFolder } from "./places.ts";
import type { Project } from "./project.ts";
import { cyclesOf } from "./rules/cycles.ts";
import { limits, type Measured, measure, quantile } from "./sizes.ts";

/** Numbers that may fall but not rise. `budget.json` holds the values that were reached. */
export interface Budget {
  readonly medianFileLines: number;
  readonly filesTooLong: number;
  readonly functionsTooLong: number;
  readonly componentsTooLong: number;
  readonly modulesInCircles: number;
}

export interface Offenders {
  readonly files: readonly Measured[];
  readonly functions: readonly Measured[];
  readonly components: readonly Measured[];
  /** Modules that know each other, each group as one way around. */
  readonly circles: readonly (readonly string[])[];
}

const above = (measured: readonly Measured[], lines: number) =>
  measured.filter((each) => each.lines > lines).toSorted((a, b) => b.lines - a.lines);

/** Which workspace imports which, whatever the file; tests know everybody. */
function workspaceGraph(project: Project): Map<string, string[]> {
  const graph = new Map<string, Set<string>>();
  for (const { path, resolved } of project.sources.values()) {
    const own = workspaceFolder(path);
    if (own === undefined || isTest(path)) continue;
    const targets = graph.get(own) ?? new Set();
    for (const { workspace } of resolved)
      if (workspace !== undefined && workspace.folder !== own) targets.add(workspace.folder);
    graph.set(own, targets);
  }
  return new Map([...graph].map(([folder, targets]) => [folder, [...targets]]));
}

export function findOffenders(project: Project): Offenders {
  const sizes = measure(project);
  return {
    files: above(sizes.files, limits.fileLines),
    functions: above(sizes.functions, limits.functionLines),
    components: above(sizes.components, limits.componentLines),
    circles: cyclesOf(workspaceGraph(project)),
  };
}

export function reached(project: Project, offenders: Offenders): Budget {
  return {
    medianFileLines: Math.max(
      limits.medianFileLines,
      quantile(
        measure(project).files.map(({ lines }) => lines),
        0.5,
      ),
    ),
    filesTooLong: offenders.files.length,
    functionsTooLong: offenders.functions.length,
    componentsTooLong: offenders.components.length,
    modulesInCircles: offenders.circles.reduce((sum, circle) => sum + circle.length, 0),
  };
}

export interface BudgetLine {
  readonly name: keyof Budget;
  readonly now: number;
  readonly allowed: number;
}

const lines = (now: Budget, allowed: Budget): BudgetLine[] =>
  (Object.keys(allowed) as (keyof Budget)[]).map((name) => ({ name, now: now[name], allowed: allowed[name] }));

/** Numbers that rose above what is allowed. */
export const worse = (now: Budget, allowed: Budget) => lines(now, allowed).filter((line) => line.now > line.allowed);

/** Numbers that fell, so that the budget can be tightened. */
export const better = (now: Budget, allowed: Budget) => lines(now, allowed).filter((line) => line.now < line.allowed);
