export { characterPairCounts, simplifyCharacters, surnameVariantKey } from "./chinese-characters.ts";
export * from "./email.ts";
export { foldDiacritics, foldText } from "./fold-text.ts";
export * from "./person-name.ts";
export * from "./phone.ts";
