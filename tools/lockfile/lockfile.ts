import type { Manifest } from "./manifests.ts";
import { satisfiesRange } from "./node-range.ts";

/** An entry of `packages` in package-lock.json. */
export interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly license?: string | { readonly type: string };
  readonly engines?: { readonly node?: string } | readonly string[];
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

type Lock = Readonly<Record<string, Locked>>;

const entries = (lock: Lock) =>
  Object.entries(lock).flatMap(([path, entry]) => {
    const at = path.lastIndexOf("node_modules/");
    return at < 0 || entry.link === true ? [] : [{ path, name: path.slice(at + "node_modules/".length), entry }];
  });

/** Packages with an address in the lockfile: it would tie everybody to one registry. */
export function storedAddresses(lock: Lock): string[] {
  return entries(lock).flatMap(({ path, entry }) => (entry.resolved === undefined ? [] : [path]));
}

const permissive = [
  "MIT",
  "MIT-0",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  "CC-BY-4.0",
  "Unlicense",
  "Python-2.0",
  "Zlib",
  "WTFPL",
  "PostgreSQL",
  "OFL-1.1",
];
/** Copyleft that ends at the file or at the library: shipped unchanged, as a part of its own. */
const weakCopyleft = ["MPL-2.0", "LGPL-3.0-or-later"];
const allowed = new Set([...permissive, ...weakCopyleft]);

/** `(MIT OR GPL-2.0)` is fine when one choice is; `A AND B` when both are. */
export function mayShip(licence: string): boolean {
  const text = licence.replace(/^\((.*)\)$/, "$1");
  if (/ OR /i.test(text)) return text.split(/ OR /i).some(mayShip);
  if (/ AND /i.test(text)) return text.split(/ AND /i).every(mayShip);
  return allowed.has(text.trim());
}

/** Packages whose licence is unknown or not on the list. */
export function strangeLicences(lock: Lock): string[] {
  return entries(lock).flatMap(({ path, entry }) => {
    const licence = typeof entry.license === "object" ? entry.license.type : entry.license;
    return licence !== undefined && mayShip(licence) ? [] : [`${path}: ${licence ?? "no licence"}`];
  });
}

/** Packages that declare a Node.js range which leaves out the given version. */
export function tooNew(lock: Lock, node: string): { name: string; version: string; needs: string }[] {
  return entries(lock).flatMap(({ name, entry }) => {
    const needs = entry.engines !== undefined && "node" in entry.engines ? entry.engines.node : undefined;
    if (needs === undefined || satisfiesRange(node, needs)) return [];
    return [{ name, version: entry.version ?? "", needs }];
  });
}

/** What a package.json and the lockfile's copy of it disagree about; npm ci refuses to install then. */
export function outOfStep(lock: Lock, folder: string, manifest: Manifest): string[] {
  const copy = lock[folder];
  if (copy === undefined) return [`${folder} is not in the lockfile`];
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  const known = { ...copy.dependencies, ...copy.devDependencies, ...copy.optionalDependencies };
  const names = new Set([...Object.keys(wanted), ...Object.keys(known)]);
  return [...names]
    .filter((name) => wanted[name] !== known[name])
    .map((name) => `${name}: ${wanted[name]} wanted, ${known[name]} locked`);
}

/** Optional dependencies (engines per platform) that the lockfile does not know; npm ci refuses such a lockfile. */
export function missingPlatforms(lock: Lock): string[] {
  return Object.entries(lock).flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !isReachable(lock, path, name))
      .map((name) => `${name}, wanted by ${path}`),
  );
}

/** Node's way to find a package: in the folder's own node_modules, then in those of every folder above. */
function isReachable(lock: Lock, from: string, name: string): boolean {
  const parts = from.split("/");
  for (let length = parts.length; length >= 0; length -= 1) {
    const place = [...parts.slice(0, length), "node_modules", name].join("/");
    if (lock[place] !== undefined) return true;
  }
  return false;
}
