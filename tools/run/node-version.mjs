// Old syntax only: this file has to load on the Node versions it refuses.

/** Lowest Node.js the project runs on; the same as `engines.node` in package.json (a test compares them). */
export const lowestNode = "20.19.0";

/**
 * What to tell somebody whose Node.js is too old.
 * @param {string} version the running version, for example `18.19.1`
 * @returns {string | undefined} nothing when the version is new enough
 */
export function nodeComplaint(version) {
  const have = version.split(".").map(Number);
  const need = lowestNode.split(".").map(Number);
  for (let i = 0; i < need.length; i += 1) {
    const mine = have[i] || 0;
    const least = need[i] || 0;
    if (mine > least) return undefined;
    if (mine < least) {
      return (
        "Yutu needs Node.js " +
        lowestNode +
        " or newer, and this is " +
        version +
        ".\n" +
        "Install a current version from https://nodejs.org and run the command again."
      );
    }
  }
  return undefined;
}
