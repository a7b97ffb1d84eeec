/** An element of a typed array that is known to be there; spares the hot loops a check of their own. */
export const at = (array: Int32Array | Uint8Array, i: number): number => array[i] ?? 0;

/** Bounds that bind nothing; far enough from the edge of 32 bits that adding a duration does not overflow. */
export const NO_LOWER = -(2 ** 29);
export const NO_UPPER = 2 ** 29;
