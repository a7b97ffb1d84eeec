export * from "./damerau-levenshtein.ts";
export * from "./dates.ts";
export * from "./jaro-winkler.ts";
export * from "./numbers.ts";
