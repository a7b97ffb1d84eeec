import { createHash } from "node:crypto";
import { Transform } from "node:stream";
import { ObjectTooLarge } from "./storage.ts";

/** Counts, hashes and limits bytes as they pass. */
export function meter(limitBytes: number) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) return done(new ObjectTooLarge(limitBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ sizeBytes, sha256: hash.digest("hex") }) };
}
