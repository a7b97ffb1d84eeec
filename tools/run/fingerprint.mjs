import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

const skippedFolders = new Set(["node_modules", "dist", "dist.next", "dist.old"]);
const testFolders = new Set(["test", "fixtures"]);

/**
 * Every file below the given places, as paths from the root with forward slashes, sorted.
 * @param {string} root
 * @param {readonly string[]} places files or folders; those that do not exist are left out
 * @param {{ withTests?: boolean }} [options] whether folders of tests are entered
 * @returns {string[]}
 */
export function filesBelow(root, places, { withTests = false } = {}) {
  /** @type {string[]} */
  const found = [];
  /** @param {string} path */
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isFile()) found.push(relative(root, path).split(sep).join("/"));
    if (!stat?.isDirectory()) return;
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const isLeftOut =
        skippedFolders.has(entry.name) || entry.name.startsWith(".") || (!withTests && testFolders.has(entry.name));
      if (entry.isDirectory() && isLeftOut) continue;
      visit(join(path, entry.name));
    }
  };
  for (const place of places) visit(join(root, place));
  return found.sort();
}

/**
 * One value for names and contents of files, so that a build is repeated when and only when its input changed.
 * @param {string} root
 * @param {readonly string[]} files paths from the root
 */
export function fingerprint(root, files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(join(root, file)))
      .update("\0");
  return hash.digest("hex");
}
