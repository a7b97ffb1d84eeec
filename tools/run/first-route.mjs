import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Stop } from "./output.mjs";

/** Script of the first route, compressed: the bar of quality.md, in bytes (kB = 1000 bytes). */
export const firstRouteLimitBytes = 250_000;

/**
 * @typedef {{ file: string, imports?: string[], isEntry?: boolean }} Chunk a chunk of Vite's manifest
 */

/**
 * Files that have to arrive before the first route shows: the entry and everything it imports statically.
 * @param {Record<string, Chunk>} manifest
 * @returns {string[]}
 */
export function firstRouteFiles(manifest) {
  const files = new Set();
  /** @param {string} key */
  const visit = (key) => {
    const chunk = manifest[key];
    if (chunk === undefined || files.has(chunk.file)) return;
    files.add(chunk.file);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry === true) visit(key);
  return [...files].filter((file) => file.endsWith(".js"));
}

/**
 * @param {string} root
 * @returns {{ bytes: number, files: { file: string, bytes: number }[] }} sizes after gzip, largest first
 */
export function firstRouteSize(root) {
  const dist = join(root, "apps", "web", "dist");
  const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
  const files = firstRouteFiles(manifest)
    .map((file) => ({ file, bytes: gzipSync(readFileSync(join(dist, file))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files };
}

/** @param {string} root */
export function checkFirstRoute(root) {
  const { bytes, files } = firstRouteSize(root);
  for (const { file, bytes: size } of files.slice(0, 8)) console.log(`  ${kilobytes(size).padStart(9)}  ${file}`);
  console.log(`  ${kilobytes(bytes).padStart(9)}  first route, gzip; the bar is ${kilobytes(firstRouteLimitBytes)}`);
  if (bytes >= firstRouteLimitBytes) throw new Stop("The script of the first route is too large.");
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
