import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { Stop } from "./output.mjs";

/**
 * Refuses with a clear message when the folder cannot be written: found out by writing, because permission bits do not
 * tell about read-only file systems.
 * @param {string} folder
 * @param {string} why what would be written there
 */
export function requireWritable(folder, why) {
  const probe = join(folder, `.write-test-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Stop(
      `No permission to write in ${folder} (needed to ${why}).\n` +
        `Running as ${userInfo().username}: ${reason}\n` +
        "Run the command as the owner of the folder, or copy the folder to a place you may write.",
    );
  }
}

/**
 * Whether this user may write in the folder, or make it when it is not there.
 * @param {string} folder
 */
export function canCreate(folder) {
  let place = folder;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
