import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { AppLink, readSearch, useCommand } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { retrospectives } from "../contract/index.ts";
import type { Finding, Section } from "../domain/document.ts";
import { evidencePath } from "../domain/evidence-path.ts";
import { sentenceOf } from "../domain/finding-words.ts";
import { lessonKindFor } from "../domain/lesson.ts";
import { retrospectiveTexts } from "./messages.ts";
import type { Lesson, Written } from "./types.ts";
import { useFigureWords } from "./use-figure-words.ts";

interface Props {
  readonly retrospective: Written;
  readonly section: Section;
}

function EvidenceLink({ path, label }: { readonly path: string; readonly label: string }): ReactElement {
  const [to = "", search = ""] = path.split("?");
  return (
    <AppLink to={to} {...(search ? { search: readSearch(`?${search}`) } : {})} className="rt-proof">
      {label}
    </AppLink>
  );
}

const proofsOf = (evidence: Finding["evidence"]): string =>
  evidence
    .map((proof) => `${proof.entity} ${proof.id}`)
    .toSorted()
    .join();

/** Whether a lesson was drawn from a finding: of the same kind, and the same evidence proves it. */
const isLearnt = (finding: Finding, lessons: readonly Lesson[]): boolean =>
  lessons.some(
    ({ kind, evidence }) => kind === lessonKindFor(finding) && proofsOf(evidence) === proofsOf(finding.evidence),
  );

/** What stands out in a section, each with links to what proves it, and a way to learn from it. */
export function Findings({ retrospective, section }: Props): ReactElement | null {
  const t = useMessages(retrospectiveTexts);
  const language = languageOf(useLocale());
  const { document, projectId, abilities, lessons } = retrospective;
  const words = useFigureWords(document.project.currency);
  const add = useCommand(retrospectives.addLesson);
  const findings = document.findings.filter((finding) => finding.section === section);
  if (findings.length === 0) return null;
  const learn = (finding: Finding) => {
    const kind = lessonKindFor(finding);
    if (!kind) return;
    const text = sentenceOf(finding, language, words);
    void add.run({ params: { projectId }, body: { kind, text, evidence: finding.evidence } });
  };
  return (
    <ul className="rt-findings">
      {findings.map((finding, i) => (
        // findings are computed together and replaced together
        <li key={i} data-tone={finding.tone}>
          <span className="yt-prose">{sentenceOf(finding, language, words)}</span>
          {finding.evidence.map((proof) => (
            <EvidenceLink
              key={`${proof.entity} ${proof.id}`}
              path={evidencePath(proof, projectId)}
              label={proof.entity === "channel" ? words.channel(proof.id) : proof.label}
            />
          ))}
          {abilities.learn && lessonKindFor(finding) && (
            <Button
              size="small"
              type="text"
              disabled={add.pending || isLearnt(finding, lessons)}
              onClick={() => learn(finding)}
            >
              {isLearnt(finding, lessons) ? t.learnt : t.learn}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
