// npm run new -- module NAME [THING] | operation MODULE NAME [--method GET --path /things/:thingId] | page MODULE NAME [--path /…]
import { parseArgs } from "node:util";
import { run } from "../run/child.mjs";
import { npmCommand } from "../run/install.mjs";
import { fail, Stop } from "../run/output.mjs";
import { root } from "../run/paths.mjs";
import { newModule } from "./module.ts";
import { newOperation } from "./operation.ts";
import { newPage } from "./page.ts";
import { type Changes, treeAt, write } from "./tree.ts";

const usage = `npm run new -- module loyalty card
npm run new -- operation tasks archive-task --method POST --path /tasks/:taskId/archive
npm run new -- page tasks archive --path /tasks/archive`;

function plan(): Changes {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { method: { type: "string" }, path: { type: "string" } },
  });
  const [kind, first, second] = positionals;
  const tree = treeAt(root);
  if (kind === "module" && first !== undefined) return newModule(tree, first, second);
  if (kind === "operation" && first !== undefined && second !== undefined)
    return newOperation(tree, first, second, values);
  if (kind === "page" && first !== undefined && second !== undefined) return newPage(tree, first, second, values.path);
  throw new Stop(usage);
}

async function main(): Promise<void> {
  const changes = plan();
  write(root, changes);
  const paths = [...changes.keys()];
  const formatted = paths.filter((path) => !path.endsWith(".md") && !path.endsWith(".sql"));
  await run(
    process.execPath,
    ["node_modules/@biomejs/biome/bin/biome", "check", "--write", "--log-level=error", ...formatted],
    { cwd: root },
  );
  for (const path of paths) console.log(`  ${path}`);
  if (process.argv[2] === "module") {
    const npm = npmCommand(["install", "--loglevel=error"]);
    await run(npm.command, npm.args, { cwd: root });
  }
  console.log("\nThe new tests fail until you have said what is expected and made it so.");
}

await main().catch((error: unknown) => fail(error instanceof Stop ? error : new Stop(String(error))));
