// npm test: see tools/run/test.mjs. Everything else is loaded after the version check, so that old versions get a message.
import { nodeComplaint } from "./run/node-version.mjs";

const complaint = nodeComplaint(process.versions.node);
if (complaint === undefined) {
  void import("./run/test.mjs").then((entry) => entry.test());
} else {
  console.error(complaint);
  process.exitCode = 1;
}
