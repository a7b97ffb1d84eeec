import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { AppLink, Facts, usePermission } from "@yutu/ui";
import { Button, Input } from "antd";
import type { ReactElement } from "react";
import type { ProjectTemplate } from "../../domain/template.ts";
import { Field } from "../form/field.tsx";
import { useMembers } from "../form/use-members.ts";
import { SmartSummary } from "../goals/smart-summary.tsx";
import { useFigure } from "../goals/use-figure.ts";
import { ChannelTag } from "../look/channel-tag.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import type { ProjectDraft } from "./draft.ts";
import { wizardTexts } from "./messages.ts";
import { usePlan } from "./use-plan.ts";

interface Props {
  readonly draft: ProjectDraft;
  readonly template: ProjectTemplate;
  readonly currency: string;
  readonly faultCount: number;
  readonly onChange: (draft: ProjectDraft) => void;
  /** Goes to where the missing things are. */
  readonly onMend: () => void;
}

/** Stages of the flow that this budget goes through. */
function ApprovalStages({ draft, template, currency }: Pick<Props, "draft" | "template" | "currency">): ReactElement {
  const t = useMessages(wizardTexts).review;
  const text = useLocalText();
  const format = useFormat();
  const amount = draft.totalBudgetMinor ?? 0;
  const stages = template.approval.stages.filter(
    (s) => amount >= (s.fromMinor ?? 0) && (s.belowMinor === undefined || amount < s.belowMinor),
  );
  return (
    <ol className="pj-stages">
      {stages.map((stage) => (
        <li key={stage.name.en}>
          {text(stage.name)}
          {stage.fromMinor !== undefined && (
            <span className="pj-quiet">
              {" "}
              {t.fromAmount({ amount: format.moneyShort(stage.fromMinor, isCurrency(currency) ? currency : "CNY") })}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

function Summary({ draft, template, currency }: Pick<Props, "draft" | "template" | "currency">): ReactElement {
  const t = useMessages(wizardTexts);
  const text = useLocalText();
  const format = useFormat();
  const figure = useFigure(currency);
  const { data: plan } = usePlan(draft);
  const manager = useMembers().find((m) => m.id === draft.managerId);
  const anchor = template.tasks.find((task) => task.key === template.anchorTask);
  const kpis = draft.goals.flatMap((goal) => goal.kpis);
  const figureOf = (value: number | null, unit: (typeof kpis)[number]["unit"]) =>
    value === null ? "?" : figure(value, unit);
  return (
    <Facts
      items={[
        { key: "type", label: t.review.type, value: text(template.name) },
        {
          key: "anchor",
          label: anchor ? text(anchor.name) : "",
          value: <span className="yt-figures pj-anchor">{format.date(draft.anchorDate)}</span>,
        },
        {
          key: "dates",
          label: t.review.dates,
          value: <span className="yt-figures">{plan ? format.fullRange(plan.start, plan.finish) : ""}</span>,
        },
        {
          key: "budget",
          label: t.budget,
          value: <span className="yt-figures">{figure(draft.totalBudgetMinor ?? 0, "money", false)}</span>,
        },
        { key: "manager", label: t.manager, value: manager?.name ?? "" },
        {
          key: "channels",
          label: t.channels,
          value: (
            <span className="pj-tags">
              {draft.channels.map((code) => (
                <ChannelTag key={code} code={code} />
              ))}
            </span>
          ),
        },
        {
          key: "goals",
          label: t.review.goals,
          value: (
            <ul className="pj-plain-list">
              {kpis.map((kpi, i) => (
                <li key={`${kpi.name}-${i}`}>
                  {kpi.name}{" "}
                  <span className="yt-figures">
                    {figureOf(kpi.baseline, kpi.unit)} → {figureOf(kpi.target, kpi.unit)}
                  </span>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "approval",
          label: t.review.approval,
          value: <ApprovalStages draft={draft} template={template} currency={currency} />,
        },
      ]}
    />
  );
}

/** Nobody approves their own request, so a person alone is told before sending one, and where colleagues come in. */
function AloneNotice(): ReactElement | null {
  const t = useMessages(wizardTexts).review;
  const invites = usePermission("members.manage");
  const members = useMembers();
  if (members.length !== 1) return null;
  return (
    <p className="pj-alone">
      {t.alone} {invites && <AppLink to="/settings/members">{t.invite}</AppLink>}
    </p>
  );
}

/** The brief, and everything once more before the project is made. */
export function ReviewStep(props: Props): ReactElement {
  const { draft, template, faultCount, onChange, onMend } = props;
  const t = useMessages(wizardTexts);
  const text = useLocalText();
  return (
    <div className="pj-review">
      <section>
        <h2>{t.review.brief}</h2>
        {template.brief.map((field) => (
          <Field
            key={field.key}
            label={field.required ? text(field.name) : `${text(field.name)} (${t.review.optional})`}
            wide
          >
            <Input.TextArea
              value={draft.brief[field.key] ?? ""}
              maxLength={4000}
              placeholder={text(field.hint)}
              autoSize={{ minRows: 1, maxRows: 8 }}
              onChange={({ target }) => onChange({ ...draft, brief: { ...draft.brief, [field.key]: target.value } })}
            />
          </Field>
        ))}
      </section>
      <section>
        <h2>{t.review.summary}</h2>
        <SmartSummary count={faultCount}>
          {faultCount > 0 && (
            <Button type="link" size="small" onClick={onMend}>
              {t.review.mend}
            </Button>
          )}
        </SmartSummary>
        <Summary {...props} />
        <AloneNotice />
      </section>
    </div>
  );
}
