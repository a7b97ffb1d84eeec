import { useMessages } from "@yutu/i18n";
import { ProblemNotice, Skeleton, UnsavedGuard, useOperation, usePhone, useUrlState } from "@yutu/ui";
import { Select } from "antd";
import { type ReactElement, useCallback, useState } from "react";
import { z } from "zod";
import { projects } from "../../contract/index.ts";
import { type ProjectTemplate, sameTemplate } from "../../domain/template.ts";
import { PROJECT_TYPES } from "../../domain/types/index.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { draftOf, type TemplateDraft } from "./draft.ts";
import { templateTexts } from "./messages.ts";
import { TemplateEditor } from "./template-editor.tsx";
import "./templates.css";

const typeState = z.object({ type: z.string().default("") });

const isStandard = (template: ProjectTemplate): boolean =>
  PROJECT_TYPES.some((type) => type.key === template.key && sameTemplate(type, template));

interface TypeListProps {
  readonly templates: readonly ProjectTemplate[];
  readonly current: string;
  readonly unsaved: ReadonlySet<string>;
  readonly onChoose: (key: string) => void;
}

/** The types of the workspace; on phones a choice instead of a list. */
function TypeList({ templates, current, unsaved, onChoose }: TypeListProps): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const phone = usePhone();
  if (phone)
    return (
      <Select
        aria-label={t.types}
        value={current}
        options={templates.map(({ key, name }) => ({
          value: key,
          label: unsaved.has(key) ? `${text(name)} · ${t.unsaved}` : text(name),
        }))}
        onChange={onChoose}
      />
    );
  return (
    <ul className="pj-tpl-types" aria-label={t.types}>
      {templates.map((template) => (
        <li key={template.key}>
          <button
            type="button"
            className="yt-plain pj-tpl-type"
            aria-current={template.key === current}
            onClick={() => onChoose(template.key)}
          >
            <span className="pj-tpl-square" style={{ background: template.color }} />
            <span className="pj-tpl-words">
              <span>{text(template.name)}</span>
              <small>
                {isStandard(template) ? t.standard : `${t.own} · ${t.version({ version: template.version })}`}
              </small>
            </span>
            {unsaved.has(template.key) && <span className="pj-tpl-mark">{t.unsaved}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The project types of the workspace. What is being changed in one stays while another is looked at. */
export default function TemplatesPage(): ReactElement {
  const t = useMessages(templateTexts);
  const { data, problem, loading, reload } = useOperation(projects.listTemplates, {});
  const [{ type }, setState] = useUrlState(typeState);
  const [drafts, setDrafts] = useState<ReadonlyMap<string, TemplateDraft>>(new Map());
  const templates = data?.templates ?? [];
  const latest = templates.find((template) => template.key === type) ?? templates[0];
  const key = latest?.key ?? "";
  const unsaved = new Set([...drafts].filter(([, d]) => !sameTemplate(d.now, d.base)).map(([name]) => name));
  const putDraft = useCallback(
    (draft: TemplateDraft | undefined) =>
      setDrafts((old) => {
        const next = new Map(old);
        if (draft) next.set(key, draft);
        else next.delete(key);
        return next;
      }),
    [key],
  );
  return (
    <div className="pj-tpl">
      <UnsavedGuard when={unsaved.size > 0} />
      <div className="pj-tpl-side">
        <p className="pj-tpl-hint">{t.intro}</p>
        <ProblemNotice problem={problem} onRetry={() => void reload()} />
        {loading && <Skeleton rows={6} />}
        {latest && (
          <TypeList
            templates={templates}
            current={key}
            unsaved={unsaved}
            onChoose={(next) => setState({ type: next })}
          />
        )}
      </div>
      {latest && (
        <TemplateEditor key={key} latest={latest} draft={drafts.get(key) ?? draftOf(latest)} onDraft={putDraft} />
      )}
    </div>
  );
}
