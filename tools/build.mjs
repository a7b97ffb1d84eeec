// npm run build [server] [web]: builds what is named, or everything whose sources changed.
import { existsSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "vite";
import { filesBelow } from "./run/fingerprint.mjs";
import { offlineShell } from "./run/offline-shell.mjs";
import { fail, Stop, step } from "./run/output.mjs";
import { root } from "./run/paths.mjs";
import { outdated, recordBuilt, server, web } from "./run/products.mjs";

const builders = { server: buildServer, web: buildWeb };

const named = process.argv.slice(2);
const unknown = named.find((name) => !(name in builders));

try {
  if (unknown !== undefined)
    throw new Stop(`There is no product "${unknown}"; there are: ${Object.keys(builders).join(", ")}.`);
  const products = [server, web].filter((product) => named.length === 0 || named.includes(product.name));
  for (const { product, stamp } of outdated(root, products)) {
    await step(`Building the ${product.name}`, async () => {
      const next = join(root, `${product.folder}.next`);
      rmSync(next, { recursive: true, force: true });
      await (product === server ? builders.server(next) : builders.web(next));
      swap(next, join(root, product.folder));
      recordBuilt(root, product, stamp);
    });
  }
} catch (error) {
  fail(error);
}

/**
 * The new folder takes the place of the old one at once, so a server that is running never serves half a build.
 * @param {string} next
 * @param {string} place
 */
function swap(next, place) {
  const old = `${place}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(place)) renameSync(place, old);
  renameSync(next, place);
  rmSync(old, { recursive: true, force: true });
}

/** @param {string} outDir */
async function buildWeb(outDir) {
  const web = join(root, "apps", "web");
  await build({
    root: web,
    logLevel: "warn",
    plugins: [offlineShell(web)],
    build: { outDir, emptyOutDir: true, manifest: true, reportCompressedSize: false, chunkSizeWarningLimit: 1_000 },
  });
}

/**
 * Our own packages are bundled; packages of npm stay outside, so that native parts are found where npm put them.
 * Every `*-child.ts` and `*-worker.ts` becomes a file of its own beside main.js: such a file is started by its address.
 * @param {string} outDir
 */
async function buildServer(outDir) {
  const children = filesBelow(root, ["apps/server/src", "packages", "modules"]).filter((path) =>
    /-(child|worker)\.ts$/.test(path),
  );
  const input = { main: join(root, "apps/server/src/main.ts") };
  await build({
    root: join(root, "apps", "server"),
    configFile: false,
    logLevel: "warn",
    publicDir: false,
    ssr: { noExternal: [/^@yutu\//] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: "node20",
      sourcemap: true,
      minify: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: Object.assign(
          input,
          Object.fromEntries(children.map((path) => [basename(path, ".ts"), join(root, path)])),
        ),
        output: { entryFileNames: "[name].js", chunkFileNames: "[name]-[hash].js" },
      },
    },
  });
  if (!readdirSync(outDir).includes("main.js")) throw new Stop("The build of the server made no main.js.");
}
