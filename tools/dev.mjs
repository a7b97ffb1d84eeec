// npm run dev: the web with hot reload on http://localhost:5173, and the server from source, restarted on every change.
import { join } from "node:path";
import { run } from "./run/child.mjs";
import { installWhatIsMissing } from "./run/install.mjs";
import { nodeComplaint } from "./run/node-version.mjs";
import { fail, Stop } from "./run/output.mjs";
import { root } from "./run/paths.mjs";

/** The address that apps/web/vite.config.ts passes requests on to. */
const apiPort = "4173";

try {
  const complaint = nodeComplaint(process.versions.node);
  if (complaint !== undefined) throw new Stop(complaint);
  await installWhatIsMissing(root);
  const env = {
    ...process.env,
    PORT: apiPort,
    YUTU_PUBLIC_URL: process.env.YUTU_PUBLIC_URL ?? "http://localhost:5173",
  };
  const server = run(
    process.execPath,
    [
      join(root, "node_modules/tsx/dist/cli.mjs"),
      "watch",
      "--clear-screen=false",
      "apps/server/src/main.ts",
      ...process.argv.slice(2),
    ],
    { cwd: root, env },
  );
  const web = run(
    process.execPath,
    [join(root, "node_modules/vite/bin/vite.js"), "apps/web", "--config", "apps/web/vite.config.ts"],
    {
      cwd: root,
      env,
    },
  );
  let isStopping = false;
  const onSignal = () => {
    isStopping = true;
  };
  process.on("SIGTERM", onSignal).on("SIGINT", onSignal);
  process.exitCode = await Promise.race([server, web]);
  // When one ends by itself the other ends too; a second signal would cut an orderly stop short.
  if (!isStopping) process.kill(process.pid, "SIGTERM");
} catch (error) {
  fail(error);
}
