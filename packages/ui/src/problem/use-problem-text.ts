import type { ProblemBody } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { problemTexts, requestProblemTexts } from "./messages.ts";
import { problemSentence, registerProblems } from "./problem-catalogue.ts";

registerProblems(requestProblemTexts);

/** Turns a refusal into a sentence of the current language; never the server's `detail`. */
export function useProblemText(): (problem: Pick<ProblemBody, "code" | "status" | "params">) => string {
  const format = useFormat();
  const t = useMessages(problemTexts);
  return (problem) =>
    problemSentence(problem, format) ?? (problem.status >= 500 || problem.status < 400 ? t.unknown : t.refused);
}
