// npm run architecture [-- --tighten]: checks the rules over the source tree, prints the numbers, lets none get worse.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../run/paths.mjs";
import { type Budget, better, findOffenders, type Offenders, reached, worse } from "./budget.ts";
import { readFiles } from "./disk.ts";
import { type Project, readProject } from "./project.ts";
import { rules } from "./rules.ts";
import { countByArea, limits, type Measured, measure, quantile } from "./sizes.ts";

const budgetFile = join(root, "tools", "architecture", "budget.json");

function printNumbers(project: Project): void {
  const { files, functions, components } = measure(project);
  for (const { area, files: count, lines } of countByArea(project)) {
    console.log(`  ${area.padEnd(20)} ${String(count).padStart(5)} files ${String(lines).padStart(8)} lines`);
  }
  printSizes("files", files, limits.fileLines);
  printSizes("functions", functions, limits.functionLines);
  printSizes("components", components, limits.componentLines);
}

function printSizes(what: string, measured: readonly Measured[], limit: number): void {
  const lines = measured.map((each) => each.lines);
  const longest = measured.find((each) => each.lines === quantile(lines, 1));
  const where =
    longest === undefined ? "" : ` (${longest.name}${longest.name === longest.path ? "" : ` in ${longest.path}`})`;
  const numbers = `median ${quantile(lines, 0.5)}, 90 % below ${quantile(lines, 0.9)}, longest ${quantile(lines, 1)}${where}`;
  console.log(`  ${what.padEnd(20)} ${String(measured.length).padStart(5)}: ${numbers}; limit ${limit}`);
}

function printViolations(project: Project): number {
  let total = 0;
  for (const rule of rules) {
    const violations = rule.check(project);
    total += violations.length;
    if (violations.length === 0) continue;
    console.error(`\n✗ ${rule.name}: ${rule.reason}`);
    for (const { path, line, message } of violations) console.error(`    ${path}:${line}  ${message}`);
  }
  return total;
}

function printOffenders({ files, functions, components, circles }: Offenders): void {
  for (const { path, line, name, lines } of [...files, ...functions, ...components]) {
    console.log(`    ${path}:${line}  ${name === path ? "" : `${name}: `}${lines} lines`);
  }
  for (const circle of circles) console.log(`    modules in a circle: ${circle.join(" → ")}`);
}

function checkBudget(now: Budget): boolean {
  const allowed = JSON.parse(readFileSync(budgetFile, "utf8")) as Budget;
  const risen = worse(now, allowed);
  for (const line of risen) console.error(`✗ ${line.name} is ${line.now}, the budget allows ${line.allowed}`);
  const fallen = better(now, allowed);
  if (risen.length === 0 && process.argv.includes("--tighten"))
    writeFileSync(budgetFile, `${JSON.stringify(now, undefined, 2)}\n`);
  else
    for (const line of fallen)
      console.log(
        `  ${line.name} fell to ${line.now} (budget ${line.allowed}): tighten with npm run architecture -- --tighten`,
      );
  return risen.length === 0;
}

const began = performance.now();
const project = readProject(readFiles(root));
printNumbers(project);
const offenders = findOffenders(project);
printOffenders(offenders);
const violations = printViolations(project);
const withinBudget = checkBudget(reached(project, offenders));
const ms = Math.round(performance.now() - began);
console.log(`\n${rules.length} rules over ${project.sources.size} files in ${ms} ms: ${violations} violations`);
if (violations > 0 || !withinBudget) process.exitCode = 1;
