import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { ProjectAction } from "@yutu/projects/web";
import { useClient, useCommand } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { retrospectives } from "../contract/index.ts";
import { SECTIONS, type Section } from "../domain/document.ts";
import { summaryOf } from "../domain/finding-words.ts";
import { Findings } from "./findings.tsx";
import { Lessons } from "./lessons.tsx";
import { retrospectiveTexts } from "./messages.ts";
import { Overview, useSectionId } from "./overview.tsx";
import { SectionBody, useSectionParts } from "./section-body.tsx";
import { TextBlock } from "./text-block.tsx";
import type { Written } from "./types.ts";
import { useFigureWords } from "./use-figure-words.ts";

function Head({ retrospective }: { readonly retrospective: Written }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const format = useFormat();
  const client = useClient();
  const locale = languageOf(useLocale());
  const { projectId, abilities, document, publishedAt, publishedByName } = retrospective;
  const input = { params: { projectId } };
  const publish = useCommand(retrospectives.setPublished);
  const regenerate = useCommand(retrospectives.regenerate);
  const file = { ...input, query: { locale } };
  const state = publishedAt
    ? t.published({ name: publishedByName ?? "", time: format.dateTime(publishedAt) })
    : t.draft;
  return (
    <div className="rt-head">
      <span>
        {state} · {t.computed({ time: format.dateTime(document.computedAt) })}
      </span>
      <a href={client.url(retrospectives.exportWord, file)} download>
        {t.word}
      </a>
      <a href={client.url(retrospectives.exportMarkdown, file)} download>
        {t.markdown}
      </a>
      {abilities.regenerate && (
        <Button size="small" type="text" loading={regenerate.pending} onClick={() => void regenerate.run(input)}>
          {t.retry}
        </Button>
      )}
      {abilities.unpublish && (
        <Button
          size="small"
          loading={publish.pending}
          onClick={() => void publish.run({ ...input, body: { published: false } })}
        >
          {t.unpublish}
        </Button>
      )}
      {abilities.publish && (
        <ProjectAction>
          <Button
            type="primary"
            loading={publish.pending}
            onClick={() => void publish.run({ ...input, body: { published: true } })}
          >
            {t.publish}
          </Button>
        </ProjectAction>
      )}
    </div>
  );
}

/** One ledger: what stands out, people's words, the figures. */
function LedgerSection({
  retrospective,
  section,
  id,
}: {
  readonly retrospective: Written;
  readonly section: Section;
  readonly id: string;
}): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const { document } = retrospective;
  const parts = useSectionParts(document, section);
  const silent = document.findings.every((finding) => finding.section !== section);
  return (
    <section id={id} tabIndex={-1} className="rt-section" aria-label={t.key[section]}>
      <h2>{t.key[section]}</h2>
      <Findings retrospective={retrospective} section={section} />
      {silent && parts.length === 0 && <p className="rt-quiet">{t.none}</p>}
      <TextBlock retrospective={retrospective} section={section} />
      <SectionBody parts={parts} currency={document.project.currency} />
    </section>
  );
}

/** What the reader is to know of the figures below: not the latest, not all of them. */
function Notes({ retrospective }: { readonly retrospective: Written }): ReactElement | null {
  const t = useMessages(retrospectiveTexts);
  const { state, moneyWithheld } = retrospective;
  return (
    <>
      {state === "writing" && <p className="rt-note">{t.rewriting}</p>}
      {state === "failed" && (
        <p className="rt-note" role="alert">
          {t.failedAgain}
        </p>
      )}
      {moneyWithheld && <p className="rt-quiet">{t.moneyWithheld}</p>}
    </>
  );
}

/** The report: the figures in one line, what stands out and why, people's words, lessons. */
export function Report({ retrospective }: { readonly retrospective: Written }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const language = languageOf(useLocale());
  const { document, moneyWithheld } = retrospective;
  const words = useFigureWords(document.project.currency);
  const idOf = useSectionId();
  const shown = SECTIONS.filter((section) => !(section === "budget" && moneyWithheld));
  return (
    <article className="rt-report" aria-label={t.title}>
      <Overview document={document} sections={shown} idOf={idOf} />
      <Head retrospective={retrospective} />
      <Notes retrospective={retrospective} />
      <section className="rt-section" aria-label={t.key.summary}>
        <h2>{t.key.summary}</h2>
        <TextBlock
          retrospective={retrospective}
          section="summary"
          generated={summaryOf(document.findings, language, words)}
        />
      </section>
      {shown.map((section) => (
        <LedgerSection key={section} retrospective={retrospective} section={section} id={idOf(section)} />
      ))}
      <Lessons retrospective={retrospective} />
      <section className="rt-section" aria-label={t.key.next}>
        <h2>{t.key.next}</h2>
        <TextBlock retrospective={retrospective} section="next" />
      </section>
    </article>
  );
}
