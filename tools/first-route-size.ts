import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Script that the first page of a visit loads: login and shell. */
const LIMIT_KB = 250;

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

export type Manifest = Readonly<Record<string, Chunk>>;

/** Files of the given chunks and of everything they import statically. */
export function reach(manifest: Manifest, starts: readonly string[]): string[] {
  const seen = new Set<string>();
  const open = [...starts];
  for (let key = open.pop(); key !== undefined; key = open.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    open.push(...(manifest[key]?.imports ?? []));
  }
  return [...seen].map((key) => manifest[key]?.file ?? "").filter((file) => file.endsWith(".js"));
}

/** The entry and, where there is one, the sign-in page. */
export const firstRoute = (manifest: Manifest): string[] =>
  Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true || /sign-in(?:-page)?\.tsx$/.test(key));

function main(): void {
  const dist = join(import.meta.dirname, "../apps/web/dist");
  const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8")) as Manifest;
  const sizes = reach(manifest, firstRoute(manifest)).map((file) => ({
    file,
    kB: gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000,
  }));
  const total = sizes.reduce((sum, each) => sum + each.kB, 0);
  for (const { file, kB } of sizes.toSorted((a, b) => b.kB - a.kB))
    console.log(`${kB.toFixed(1).padStart(8)} kB  ${file}`);
  console.log(`${total.toFixed(1).padStart(8)} kB gzip in all; the limit is ${LIMIT_KB} kB`);
  if (total > LIMIT_KB) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) main();
