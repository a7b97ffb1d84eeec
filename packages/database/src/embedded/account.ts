import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chown, cp, mkdir, realpath, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { binariesAt, type PostgresBinaries } from "./binaries.ts";

/** The unprivileged user that PostgreSQL runs as when we are root (it refuses to run as root itself). */
export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

const idOf = (kind: "-u" | "-g"): number => Number(execFileSync("id", [kind, "nobody"], { encoding: "utf8" }).trim());

export const runAs = (): RunAs | undefined =>
  process.getuid?.() === 0 ? { uid: idOf("-u"), gid: idOf("-g") } : undefined;

/** Whether a user who owns none of the folders may walk down to `target`. */
async function isTraversable(target: string): Promise<boolean> {
  let folder = await realpath(target);
  for (;;) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return false;
    const parent = path.dirname(folder);
    if (parent === folder) return true;
    folder = parent;
  }
}

/** Short stable name for a data directory, for sockets and folders elsewhere. */
export const fingerprint = (directory: string): string =>
  createHash("sha256").update(directory).digest("hex").slice(0, 12);

const SHARED_ROOT = "/var/lib/yutu";

/** Copies the binaries once per version to a folder that the user can reach. */
async function reachableBinaries(found: PostgresBinaries): Promise<PostgresBinaries> {
  if (await isTraversable(found.root)) return found;
  const target = path.join(SHARED_ROOT, `postgres-${fingerprint(found.root)}`);
  const done = await stat(path.join(target, "bin")).then(
    () => true,
    () => false,
  );
  if (!done) {
    const partial = `${target}.${process.pid}`;
    await mkdir(SHARED_ROOT, { recursive: true, mode: 0o755 });
    await cp(found.root, partial, { recursive: true, verbatimSymlinks: true });
    await rename(partial, target).catch(() => rm(partial, { recursive: true, force: true }));
  }
  return binariesAt(target);
}

export interface Placement {
  readonly binaries: PostgresBinaries;
  readonly clusterDir: string;
  readonly socketDir: string;
  readonly runAs: RunAs | undefined;
  /** Set when the cluster had to live outside the data directory; shown to the person who starts the server. */
  readonly notice: string | undefined;
}

async function ownedFolder(folder: string, owner: RunAs | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (owner) await chown(folder, owner.uid, owner.gid);
}

/** Decides where the cluster, its socket and its binaries live so that the user it runs as can reach them. */
export async function placeCluster(dataDir: string, found: PostgresBinaries): Promise<Placement> {
  await mkdir(dataDir, { recursive: true });
  const real = await realpath(dataDir);
  const owner = runAs();
  const inside = path.join(real, "postgres");
  const reachable = !owner || (await isTraversable(real));
  const clusterDir = reachable ? inside : path.join(SHARED_ROOT, `data-${fingerprint(real)}`);
  if (!reachable) await mkdir(SHARED_ROOT, { recursive: true, mode: 0o755 });
  await ownedFolder(clusterDir, owner);
  // Socket paths are limited to about 100 bytes, and data directories can be deep and Chinese.
  const socketDir = path.join("/tmp", `yutu-${owner?.uid ?? process.getuid?.() ?? 0}-${fingerprint(real)}`);
  if (process.platform !== "win32") await ownedFolder(socketDir, owner);
  return {
    binaries: owner ? await reachableBinaries(found) : found,
    clusterDir,
    socketDir,
    runAs: owner,
    notice: reachable
      ? undefined
      : `PostgreSQL runs as user nobody, who cannot reach ${real}; its data is in ${clusterDir}`,
  };
}
