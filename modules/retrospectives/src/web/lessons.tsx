import { useMessages } from "@yutu/i18n";
import { useCommand, useDraft } from "@yutu/ui";
import { Button, Input, Select } from "antd";
import { type ReactElement, useState } from "react";
import { retrospectives } from "../contract/index.ts";
import { LESSON_KINDS, type LessonKind } from "../domain/lesson.ts";
import { retrospectiveTexts } from "./messages.ts";
import type { Lesson, Written } from "./types.ts";

function LessonItem({ lesson, decides }: { readonly lesson: Lesson; readonly decides: boolean }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const [draft, setDraft] = useState<string>();
  const decide = useCommand(retrospectives.decideLesson);
  const update = useCommand(retrospectives.updateLesson, { done: () => setDraft(undefined) });
  const params = { lessonId: lesson.id };
  const open = decides && lesson.status === "proposed";
  const save = () => {
    const text = draft?.trim() ?? "";
    if (text === "" || text === lesson.text) setDraft(undefined);
    else void update.run({ params, body: { text, expectedVersion: lesson.version } });
  };
  return (
    <li className="rt-lesson" data-status={lesson.status}>
      <strong>{t.kinds[lesson.kind]}</strong>
      {draft === undefined ? (
        <span className="yt-prose rt-lesson-text">{lesson.text}</span>
      ) : (
        <Input.TextArea
          autoFocus
          autoSize
          className="rt-lesson-text"
          aria-label={t.lessonText}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
        />
      )}
      <span className="rt-lesson-note">
        {t.statuses[lesson.status]} · {t.by({ name: lesson.proposedByName })}
      </span>
      {open && (
        <span className="rt-buttons">
          <Button size="small" type="text" onClick={() => setDraft(lesson.text)}>
            {t.edit}
          </Button>
          <Button
            size="small"
            loading={decide.pending}
            onClick={() => void decide.run({ params, body: { decision: "accept" } })}
          >
            {t.accept}
          </Button>
          <Button size="small" type="text" onClick={() => void decide.run({ params, body: { decision: "reject" } })}>
            {t.reject}
          </Button>
        </span>
      )}
    </li>
  );
}

function NewLesson({ projectId }: { readonly projectId: string }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const [kind, setKind] = useState<LessonKind>("start");
  const [text, setText] = useDraft(`lesson.${projectId}`);
  const add = useCommand(retrospectives.addLesson, { done: () => setText("") });
  return (
    <div className="rt-new-lesson">
      <Select<LessonKind>
        aria-label={t.lessons}
        value={kind}
        onChange={setKind}
        options={LESSON_KINDS.map((value) => ({ value, label: t.kinds[value] }))}
      />
      <Input.TextArea
        autoSize
        aria-label={t.lessonText}
        placeholder={t.lessonText}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button
        disabled={text.trim() === ""}
        loading={add.pending}
        onClick={() => void add.run({ params: { projectId }, body: { kind, text } })}
      >
        {t.addLesson}
      </Button>
    </div>
  );
}

/** What was learned: proposed by anybody who may edit, then accepted or not. */
export function Lessons({ retrospective }: { readonly retrospective: Written }): ReactElement {
  const t = useMessages(retrospectiveTexts);
  const { lessons, abilities, projectId } = retrospective;
  return (
    <section className="rt-section" aria-label={t.lessons}>
      <h2>{t.lessons}</h2>
      {lessons.length === 0 && <p className="rt-quiet">{t.noLessons}</p>}
      <ul className="rt-lessons">
        {lessons.map((lesson) => (
          <LessonItem key={lesson.id} lesson={lesson} decides={abilities.learn} />
        ))}
      </ul>
      {abilities.learn && <NewLesson projectId={projectId} />}
    </section>
  );
}
