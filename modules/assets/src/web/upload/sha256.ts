/** Larger files would have to be held in memory whole; they are compared after the upload instead. */
export const MAX_HASHED_BYTES = 100 * 1024 * 1024;

/** SHA-256 of a file as lower-case hex; undefined when it is too large, or the page is not on a secure origin. */
export async function sha256Of(file: Blob): Promise<string | undefined> {
  if (file.size > MAX_HASHED_BYTES || globalThis.crypto?.subtle === undefined) return undefined;
  const digest = await globalThis.crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
