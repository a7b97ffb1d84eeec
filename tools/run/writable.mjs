import { accessSync, constants, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
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

/** @param {string | undefined} folder */
export function canWrite(folder) {
  if (folder === undefined) return false;
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
