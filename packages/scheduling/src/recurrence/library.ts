import * as library from "rrule";

type Library = Pick<typeof library, "RRule">;

/** Node loads the library's CommonJS build, whose exports hide behind `default`; bundlers load its ES module. */
const loaded: Partial<Library> & { readonly default?: Library } = library;

function find(): Library["RRule"] {
  const found = loaded.RRule ?? loaded.default?.RRule;
  if (found === undefined) throw new Error("the rrule library has no RRule export");
  return found;
}

export const RRule = find();
export type { Options } from "rrule";
