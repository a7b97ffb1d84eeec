import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[] }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 * @typedef {{ os: string, cpu: string }} Platform
 */

/**
 * Why the installed packages are not those of the lockfile. npm writes its own record of what it installed as the last
 * thing it does, so an installation that was cut off has none.
 * @param {LockedPackages} locked packages of package-lock.json
 * @param {LockedPackages | undefined} installed packages of npm's record in node_modules
 * @param {Platform} platform
 * @returns {string | undefined} nothing when they agree
 */
export function installationGap(locked, installed, platform) {
  if (installed === undefined) return "nothing is installed yet";
  for (const [path, entry] of Object.entries(locked)) {
    if (path === "" || entry.optional === true) continue;
    if (installed[path] === undefined) return `${path} is missing`;
  }
  for (const [path, entry] of Object.entries(installed)) {
    const wanted = locked[path];
    if (wanted === undefined) return `${path} is not in the lockfile`;
    if (wanted.version !== entry.version) return `${path} is ${entry.version}, the lockfile says ${wanted.version}`;
    if (!runsOn(entry.os, platform.os) || !runsOn(entry.cpu, platform.cpu)) return `${path} is for another machine`;
  }
  return undefined;
}

/**
 * npm's rule for `os` and `cpu`: a list of names, or of names with `!` that are excluded.
 * @param {string[] | undefined} list
 * @param {string} name
 */
function runsOn(list, name) {
  if (list === undefined || list.length === 0) return true;
  if (list.includes(`!${name}`)) return false;
  return list.includes(name) || list.every((entry) => entry.startsWith("!"));
}

/**
 * @param {string} root
 * @returns {string | undefined} why an installation is needed
 */
export function missingPackages(root) {
  const record = join(root, "node_modules", ".package-lock.json");
  const locked = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  const installed = existsSync(record) ? JSON.parse(readFileSync(record, "utf8")).packages : undefined;
  return installationGap(locked, installed, { os: process.platform, cpu: process.arch });
}
