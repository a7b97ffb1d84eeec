import type { FileAnswer, LongCall } from "@yutu/application";
import { workspaceFacts } from "@yutu/identity/server";
import { ok, type Problem, type Result } from "@yutu/kernel";
import type { Language } from "../../domain/index.ts";
import { reachWritten } from "../reach.ts";
import { composeReport, type WrittenRetrospective } from "../report/compose-report.ts";
import { toMarkdown } from "../report/markdown.ts";
import { REPORT_WORDS } from "../report/report-words.ts";
import { toWord } from "../report/word.ts";
import { getRetrospective } from "./get-retrospective.ts";

interface Read {
  readonly retrospective: WrittenRetrospective;
  readonly timeZone: string;
}

function readWritten(call: LongCall, projectId: string): Promise<Result<Read, Problem>> {
  return call.withTenant(async (tx) => {
    const reached = await reachWritten(tx, call.actor, projectId);
    if (!reached.ok) return reached;
    const answer = await getRetrospective({ tx, actor: call.actor }, projectId);
    if (!answer.ok) return answer;
    const { document } = answer.value;
    if (!document) throw new Error(`the retrospective of ${projectId} lost its document within a transaction`);
    const { timeZone } = await workspaceFacts(tx);
    return ok({ retrospective: { ...answer.value, document }, timeZone });
  });
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** The retrospective as a file, in a language, as far as the caller may see it. */
export async function exportReport(
  call: LongCall,
  projectId: string,
  language: Language,
  kind: "markdown" | "word",
): Promise<Result<FileAnswer, Problem>> {
  const read = await readWritten(call, projectId);
  if (!read.ok) return read;
  const { retrospective, timeZone } = read.value;
  const context = { language, timeZone, publicUrl: call.services.publicUrl() };
  const parts = composeReport(retrospective, context);
  const name = `${retrospective.document.project.name} ${REPORT_WORDS[language].title}`;
  if (kind === "markdown") {
    const content = new TextEncoder().encode(toMarkdown(parts));
    return ok({ content, contentType: "text/markdown; charset=utf-8", fileName: `${name}.md` });
  }
  return ok({ content: await toWord(parts, context, name), contentType: WORD, fileName: `${name}.docx` });
}
