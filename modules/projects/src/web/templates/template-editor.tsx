import { useMessages } from "@yutu/i18n";
import { ProblemNotice, usePermission, useUrlState } from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useMemo } from "react";
import { z } from "zod";
import { type ProjectTemplate, sameTemplate } from "../../domain/template.ts";
import { PROJECT_TYPES } from "../../domain/types/index.ts";
import { changed, draftOf, restored, type TemplateDraft, undone } from "./draft.ts";
import type { TemplateEdit } from "./edit.ts";
import { templateTexts } from "./messages.ts";
import { ApprovalPart } from "./parts/approval-part.tsx";
import { BasicsPart } from "./parts/basics-part.tsx";
import { BudgetPart } from "./parts/budget-part.tsx";
import { KpisPart } from "./parts/kpis-part.tsx";
import { ReadinessPart } from "./parts/readiness-part.tsx";
import { TasksPart } from "./parts/tasks-part.tsx";
import { useFaults } from "./use-faults.ts";
import { useSaveTemplate } from "./use-save-template.ts";

const PARTS = ["basics", "tasks", "kpis", "budget", "approval", "readiness"] as const;
type Part = (typeof PARTS)[number];

/** Which members of a type each part shows. */
const POINTERS: Record<Part, readonly string[]> = {
  basics: ["/name", "/description", "/color", "/anchorTask", "/roles", "/phases"],
  tasks: ["/tasks", "/links"],
  kpis: ["/kpis"],
  budget: ["/budget"],
  approval: ["/approval"],
  readiness: ["/readiness", "/brief", "/risks"],
};

const VIEWS: Record<Part, (props: { readonly edit: TemplateEdit }) => ReactElement> = {
  basics: BasicsPart,
  tasks: TasksPart,
  kpis: KpisPart,
  budget: BudgetPart,
  approval: ApprovalPart,
  readiness: ReadinessPart,
};

const partState = z.object({ part: z.enum(PARTS).default("basics") });

interface Props {
  readonly latest: ProjectTemplate;
  readonly draft: TemplateDraft;
  /** Absent: nothing is changed any more. */
  readonly onDraft: (draft: TemplateDraft | undefined) => void;
}

/** One project type, part by part; what is not saved can be taken back step by step. */
export function TemplateEditor({ latest, draft, onDraft }: Props): ReactElement {
  const t = useMessages(templateTexts);
  const [{ part }, setState] = useUrlState(partState);
  const mayChangeApproval = usePermission("approvals.manage");
  const { faults, faultAt, faultsBelow } = useFaults(draft.now);
  const save = useSaveTemplate(draft, () => onDraft(undefined));
  const edit = useMemo<TemplateEdit>(
    () => ({
      template: draft.now,
      put: (change, field) => onDraft(changed(draft, change, field)),
      faultAt,
      faultsBelow,
    }),
    [draft, onDraft, faultAt, faultsBelow],
  );
  const standard = PROJECT_TYPES.find((type) => type.key === latest.key);
  const factory = standard && restored(draft.base, standard, mayChangeApproval);
  const same = sameTemplate(draft.now, draft.base);
  const View = VIEWS[part];
  return (
    <div className="pj-tpl-editor">
      <div className="pj-tpl-parts">
        <Segmented
          aria-label={t.part}
          value={part}
          options={PARTS.map((value) => {
            const count = POINTERS[value].reduce((sum, pointer) => sum + faultsBelow(pointer), 0);
            return {
              value,
              label: (
                <span>
                  {t.parts[value]}
                  {count > 0 && <span className="pj-tpl-count">{count}</span>}
                </span>
              ),
            };
          })}
          onChange={(next) => setState({ part: next })}
        />
      </div>
      <div className="pj-tpl-body">
        <View key={part} edit={edit} />
      </div>
      <footer className="pj-tpl-foot">
        <ProblemNotice problem={save.problem} />
        {latest.version !== draft.base.version && <Button onClick={() => onDraft(draftOf(latest))}>{t.reload}</Button>}
        <Button disabled={draft.past.length === 0} onClick={() => onDraft(undone(draft))}>
          {t.undo}
        </Button>
        {factory && !sameTemplate(draft.now, factory) && (
          <Button onClick={() => onDraft(changed(draft, factory, ""))}>{t.restore}</Button>
        )}
        <span className="pj-tpl-state" role="status">
          {faults.length > 0 ? t.faults({ count: faults.length }) : same ? t.nothingChanged : t.unsaved}
        </span>
        <Button type="primary" disabled={same || faults.length > 0} loading={save.pending} onClick={save.run}>
          {t.save}
        </Button>
      </footer>
    </div>
  );
}
