import type { ProblemBody } from "@yutu/contract";
import { type Format, type Language, languageOf, type MessageTree } from "@yutu/i18n";

/**
 * Sentences by problem code, as `defineMessages({ zh: { "budgets/over": (p: { availableMinor: number }, f: Format) => … } })` gives.
 * A function receives the problem's `params` and the formats of the language.
 */
export type ProblemMessages = Readonly<Record<Language, MessageTree>>;

type Sentence = string | ((params: NonNullable<ProblemBody["params"]>, format: Format) => string);

const catalogues: ProblemMessages[] = [];

/** Called once per module at start. */
export function registerProblems(messages: ProblemMessages): void {
  if (!catalogues.includes(messages)) catalogues.push(messages);
}

/** The sentence for a code in the language of `format`, or `undefined` when no module knows the code. */
export function problemSentence(problem: Pick<ProblemBody, "code" | "params">, format: Format): string | undefined {
  const language = languageOf(format.locale);
  for (const catalogue of catalogues) {
    const sentence = catalogue[language][problem.code] as Sentence | undefined;
    if (typeof sentence === "string") return sentence;
    if (typeof sentence === "function") return sentence(problem.params ?? {}, format);
  }
  return undefined;
}
