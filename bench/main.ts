// npm run bench [-- name…]: runs the scripts of this folder one at a time, each in a process of its own, then prints one table.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { run } from "../tools/run/child.mjs";
import { fail, Stop, step } from "../tools/run/output.mjs";
import { root } from "../tools/run/paths.mjs";
import type { Figure } from "./record.ts";
import { table } from "./table.ts";

/** Parts of the scripts, not scripts. */
const parts = new Set(["main", "measure", "memory", "record", "stand", "table"]);

function scripts(): string[] {
  return readdirSync(join(root, "bench"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => file.slice(0, -3))
    .filter((name) => !parts.has(name));
}

function chosen(wanted: readonly string[]): string[] {
  const all = scripts();
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown !== undefined) throw new Stop(`There is no benchmark "${unknown}"; there are: ${all.join(", ")}.`);
  return wanted.length === 0 ? all : [...wanted];
}

function readFigures(file: string): (Figure & { title: string })[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "yutu-bench-"));
  const file = join(folder, "figures.jsonl");
  const failed: string[] = [];
  for (const name of chosen(process.argv.slice(2))) {
    const args = [join(root, "node_modules/tsx/dist/cli.mjs"), join(root, "bench", `${name}.ts`)];
    await step(name, async () => {
      const code = await run(process.execPath, args, { cwd: root, env: { ...process.env, BENCH_OUT: file } });
      if (code !== 0) failed.push(name);
    });
  }
  const cpu = cpus();
  console.log(
    `\n${cpu.length} × ${cpu[0]?.model ?? "CPU"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}\n`,
  );
  console.log(table(readFigures(file)));
  rmSync(folder, { recursive: true });
  if (failed.length > 0) throw new Stop(`Failed: ${failed.join(", ")}`);
}

await main().catch(fail);
