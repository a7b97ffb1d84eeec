import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { run } from "./child.mjs";
import { installWhatIsMissing } from "./install.mjs";
import { fail, Stop } from "./output.mjs";
import { root as repository } from "./paths.mjs";
import { outdated, server, web } from "./products.mjs";
import { requireWritable } from "./writable.mjs";

/**
 * Installs and builds what is not up to date, then becomes the server: it runs in this process, so that arguments,
 * signals and exit codes need no passing on and nothing is left when this process is killed.
 * The command line is read by the server itself.
 */
export async function start() {
  await prepare(repository).catch(fail);
  process.setSourceMapsEnabled(true);
  absorbRepeatedSignals();
  await import(pathToFileURL(join(repository, server.proof)).href);
}

/**
 * One Ctrl-C arrives twice when npm passes it on besides the terminal, and the second must not cut the orderly stop
 * short. Somebody who presses again after a while means it.
 */
function absorbRepeatedSignals() {
  const patienceMs = 5_000;
  let firstAt = Number.POSITIVE_INFINITY;
  const onSignal = () => {
    firstAt = Math.min(firstAt, performance.now());
    if (performance.now() - firstAt > patienceMs) process.exit(130);
  };
  process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
}

/** @param {string} root */
export async function prepare(root) {
  await installWhatIsMissing(root);
  if (outdated(root, [server, web]).length === 0) return;
  requireWritable(join(root, ".cache", "build"), "build the application");
  const code = await run(process.execPath, [join(root, "tools", "build.mjs")], { cwd: root });
  if (code !== 0) throw new Stop(`The build ended with code ${code}.`, code);
}
