import { headerName } from "./header-name.ts";

const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * A short name for a set of headings in their order, so that a mapping is remembered for files of the same layout.
 * FNV-1a, 64 bits, hexadecimal.
 */
export function headerFingerprint(headings: readonly string[]): string {
  let hash = OFFSET;
  for (const byte of new TextEncoder().encode(headings.map(headerName).join("\u0001"))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, "0");
}
