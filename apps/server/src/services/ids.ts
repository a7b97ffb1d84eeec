import { randomBytes } from "node:crypto";
import { type Clock, type IdSource, makeId } from "@yutu/kernel";

/** Ids from the clock and the operating system's randomness, ascending within this process even inside one millisecond. */
export function createIds(clock: Clock): IdSource {
  let lastMs = 0;
  let counter = 0;
  return {
    next: (prefix) => {
      const ms = clock.now().getTime();
      counter = ms === lastMs ? counter + 1 : 0;
      lastMs = ms;
      const random = randomBytes(10);
      random.writeUInt16BE(Math.min(counter, 0xffff), 0);
      return makeId(prefix, ms, random);
    },
  };
}
