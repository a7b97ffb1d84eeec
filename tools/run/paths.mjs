import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository, whatever the current directory is. */
export const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Where the built server starts. */
export const serverMain = join(root, "apps", "server", "dist", "main.js");
