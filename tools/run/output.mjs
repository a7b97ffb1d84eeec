/** A refusal with a message for a person; shown without a stack trace. */
export class Stop extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode]
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** @param {number} ms */
export function seconds(ms) {
  return ms < 60_000
    ? `${(ms / 1000).toFixed(1)} s`
    : `${Math.floor(ms / 60_000)} min ${Math.round((ms % 60_000) / 1000)} s`;
}

/**
 * Runs one step and prints how long it took, whether it worked or not.
 * @template T
 * @param {string} name
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now();
  console.log(`▸ ${name} …`);
  try {
    const result = await work();
    console.log(`✓ ${name} (${seconds(performance.now() - began)})`);
    return result;
  } catch (error) {
    console.error(`✗ ${name} (${seconds(performance.now() - began)})`);
    throw error;
  }
}

/**
 * Ends the process with the message of a refusal, or with the stack of a bug.
 * @param {unknown} error
 * @returns {never}
 */
export function fail(error) {
  if (error instanceof Stop) {
    console.error(`\n${error.message}`);
    process.exit(error.exitCode);
  }
  console.error(error);
  process.exit(1);
}
