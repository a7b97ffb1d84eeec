import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** The files of the repository as a generator sees them: it reads what is there and collects what it will write. */
export interface Tree {
  readonly read: (path: string) => string;
  readonly exists: (path: string) => boolean;
  readonly list: (folder: string) => string[];
}

export type Changes = ReadonlyMap<string, string>;

export const treeAt = (root: string): Tree => ({
  read: (path) => readFileSync(join(root, path), "utf8"),
  exists: (path) => existsSync(join(root, path)),
  list: (folder) => (existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : []),
});

/** Refuses to write over a file that the generator meant to be new. */
export function refuseExisting(tree: Tree, paths: Iterable<string>): void {
  for (const path of paths) if (tree.exists(path)) throw new Error(`${path} exists already.`);
}

export function write(root: string, changes: Changes): void {
  for (const [path, text] of changes) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
