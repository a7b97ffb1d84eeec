import { useFormat, useMessages } from "@yutu/i18n";
import { calendarDate, daysBetween } from "@yutu/kernel";
import { ProblemNotice, Skeleton, usePhone } from "@yutu/ui";
import { Segmented } from "antd";
import { type ReactElement, useState } from "react";
import type { ProjectTemplate } from "../../domain/template.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { BudgetSplit } from "./budget-split.tsx";
import { openRoles, type ProjectDraft } from "./draft.ts";
import { wizardTexts } from "./messages.ts";
import { PlanChart } from "./plan-chart.tsx";
import { PlanList } from "./plan-list.tsx";
import { type PlanPreview, usePlan } from "./use-plan.ts";

interface Props {
  readonly draft: ProjectDraft;
  readonly template: ProjectTemplate;
  readonly currency: string;
}

/** What one should know before going on. */
function Warnings({ plan, draft, template }: Omit<Props, "currency"> & { readonly plan: PlanPreview }): ReactElement {
  const t = useMessages(wizardTexts).plan;
  const text = useLocalText();
  const format = useFormat();
  const anchor = template.tasks.find((task) => task.key === template.anchorTask);
  const name = anchor ? text(anchor.name) : "";
  const roles = openRoles(draft, template).map((role) => text(role.name));
  return (
    <ul className="pj-notes">
      {plan.lateByDays > 0 ? (
        <li data-tone="alarm" role="alert">
          {t.late({ days: plan.lateByDays, name, date: format.date(draft.anchorDate) })}
        </li>
      ) : (
        <li data-tone="good">{t.fits({ name })}</li>
      )}
      {plan.uncertainYears.length > 0 && (
        <li data-tone="warning">{t.uncertain({ years: format.list(plan.uncertainYears.map(String)) })}</li>
      )}
      {roles.length > 0 && <li data-tone="warning">{t.unassigned({ roles: format.list(roles) })}</li>}
    </ul>
  );
}

/** The plan laid backwards from the anchor, and how the money is divided. */
export function PlanStep({ draft, template, currency }: Props): ReactElement {
  const t = useMessages(wizardTexts).plan;
  const format = useFormat();
  const phone = usePhone();
  const { data: plan, problem, reload } = usePlan(draft);
  const [view, setView] = useState<"gantt" | "list">("gantt");
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!plan) return <Skeleton />;
  const days = daysBetween(calendarDate(plan.start), calendarDate(plan.finish)) + 1;
  const asList = phone || view === "list";
  return (
    <>
      <Warnings plan={plan} draft={draft} template={template} />
      <div className="pj-plan-head">
        <span className="yt-figures">
          {t.span({ from: format.date(plan.start), to: format.date(plan.finish), days })}
        </span>
        {!phone && (
          <Segmented
            size="small"
            value={view}
            options={(["gantt", "list"] as const).map((value) => ({ value, label: t[value] }))}
            onChange={setView}
          />
        )}
      </div>
      {asList ? <PlanList plan={plan} template={template} /> : <PlanChart plan={plan} />}
      <BudgetSplit lines={plan.budget} currency={currency} />
    </>
  );
}
