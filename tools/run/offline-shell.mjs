import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { filesBelow } from "./fingerprint.mjs";

/** Files that a browser asks for by itself, always from the server. */
const notKept = /^\.vite\/|\.map$|^manifest\.webmanifest$/;

/**
 * What the product consists of in the browser, and a version that changes with any of it.
 * @param {readonly { path: string, content: string | Uint8Array }[]} files paths without a leading slash
 */
export function shellOf(files) {
  const kept = files.filter(({ path }) => !notKept.test(path)).toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const hash = createHash("sha256");
  for (const { path, content } of kept) hash.update(`${path}\0`).update(content).update("\0");
  return { version: hash.digest("hex").slice(0, 16), files: kept.map(({ path }) => `/${path}`) };
}

/**
 * Vite plugin: adds `sw.js`, the service worker that knows every file of this build.
 * @param {string} web folder of the web application
 * @returns {import("vite").Plugin}
 */
export function offlineShell(web) {
  return {
    name: "yutu-offline-shell",
    generateBundle: {
      order: "post",
      async handler(_options, bundle) {
        const built = Object.values(bundle).map((part) => ({
          path: part.fileName,
          content: part.type === "chunk" ? part.code : part.source,
        }));
        const open = filesBelow(join(web, "public"), [""]).map((path) => ({
          path,
          content: readFileSync(join(web, "public", path)),
        }));
        this.emitFile({
          type: "asset",
          fileName: "sw.js",
          source: await workerScript(web, shellOf([...built, ...open])),
        });
      },
    },
  };
}

/**
 * The worker in one script without imports, as browsers want it.
 * @param {string} web
 * @param {ReturnType<typeof shellOf>} shell
 */
async function workerScript(web, shell) {
  const result = await build({
    root: web,
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { SHELL: JSON.stringify(shell) },
    build: {
      write: false,
      target: "es2022",
      rollupOptions: { input: join(web, "src/offline/service-worker.ts"), output: { format: "iife" } },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  const script = output && "output" in output ? output.output[0] : undefined;
  if (script?.type !== "chunk") throw new Error("The build of the service worker made no script.");
  return script.code;
}
