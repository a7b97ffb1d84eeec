import { homedir } from "node:os";
import { join } from "node:path";
import { run } from "./child.mjs";
import { Stop, step } from "./output.mjs";
import { missingPackages } from "./packages.mjs";
import { canCreate, requireWritable } from "./writable.mjs";

/**
 * Installs exactly what the lockfile says, when it is not there already.
 * @param {string} root
 */
export async function installWhatIsMissing(root) {
  const gap = missingPackages(root);
  if (gap === undefined) return;
  requireWritable(root, "install the packages");
  await step(`Installing packages (${gap}; the database engines are a download of about 200 MB)`, async () => {
    const npm = npmCommand(["ci", "--include=dev", "--loglevel=error"]);
    const code = await run(npm.command, npm.args, { cwd: root, env: { ...process.env, ...cacheSettings(root) } });
    if (code !== 0)
      throw new Stop(`npm ci ended with code ${code}. Is the network reachable? Run the command again.`, code);
  });
  const still = missingPackages(root);
  if (still !== undefined) throw new Stop(`npm ci finished but ${still}.`);
}

/**
 * The npm that runs this script, so that the same version installs; else the one on the path.
 * @param {string[]} args
 */
export function npmCommand(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith(".js")) return { command: process.execPath, args: [cli, ...args] };
  return { command: process.platform === "win32" ? "npm.cmd" : "npm", args };
}

/**
 * A service account often has no writable home; npm then keeps its cache beside the project.
 * @param {string} root
 * @returns {Record<string, string>}
 */
function cacheSettings(root) {
  const usual = process.env.npm_config_cache ?? join(homedir(), ".npm");
  return canCreate(usual) ? {} : { npm_config_cache: join(root, ".cache", "npm") };
}
