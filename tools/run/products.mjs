import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, fingerprint } from "./fingerprint.mjs";

/**
 * What a build makes and from what.
 * @typedef {{ name: string, folder: string, proof: string, isInput: (path: string) => boolean }} Product
 */

const places = [
  "apps",
  "packages",
  "modules",
  "package-lock.json",
  "tsconfig.json",
  "tools/build.mjs",
  "tools/run/offline-shell.mjs",
  "tools/run/products.mjs",
];

/** @param {string} path */
const isTest = (path) => /\.test\.tsx?$/.test(path) || path.endsWith(".md");

/** @type {Product} */
export const server = {
  name: "server",
  folder: "apps/server/dist",
  proof: "apps/server/dist/main.js",
  isInput: (path) =>
    !isTest(path) &&
    !path.startsWith("apps/web/") &&
    !path.startsWith("packages/ui/") &&
    !path.startsWith("packages/testkit/") &&
    !/^modules\/[^/]+\/src\/web\//.test(path),
};

/** @type {Product} */
export const web = {
  name: "web",
  folder: "apps/web/dist",
  proof: "apps/web/dist/index.html",
  isInput: (path) =>
    !isTest(path) &&
    !path.startsWith("apps/server/") &&
    !/^packages\/(testkit|database|warehouse|jobs|storage|config)\//.test(path) &&
    !/^modules\/[^/]+\/src\/server\//.test(path),
};

/** @param {string} root @param {Product} product */
const stampFile = (root, product) => join(root, ".cache", "build", `${product.name}.txt`);

/**
 * The products whose sources changed since they were built, each with the fingerprint to write once it is built.
 * @param {string} root
 * @param {readonly Product[]} products
 */
export function outdated(root, products) {
  const files = filesBelow(root, places);
  return products
    .map((product) => ({ product, stamp: fingerprint(root, files.filter(product.isInput)) }))
    .filter(({ product, stamp }) => !existsSync(join(root, product.proof)) || readStamp(root, product) !== stamp);
}

/** @param {string} root @param {Product} product */
function readStamp(root, product) {
  const file = stampFile(root, product);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

/** @param {string} root @param {Product} product @param {string} stamp */
export function recordBuilt(root, product, stamp) {
  const file = stampFile(root, product);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, stamp);
}
