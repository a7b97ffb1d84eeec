// npm start: see tools/run/start.mjs. Everything else is loaded after the version check, so that old versions get a message.
import { nodeComplaint } from "./run/node-version.mjs";

const complaint = nodeComplaint(process.versions.node);
if (complaint === undefined) {
  void import("./run/start.mjs").then((entry) => entry.start());
} else {
  console.error(complaint);
  process.exitCode = 1;
}
