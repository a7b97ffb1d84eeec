import { useMessages } from "@yutu/i18n";
import { Input, Segmented } from "antd";
import type { ReactElement } from "react";
import type { ProjectTemplate } from "../../domain/template.ts";
import { ChannelPicker } from "../form/channel-picker.tsx";
import { Field } from "../form/field.tsx";
import { FigureInput } from "../form/figure-input.tsx";
import { MemberSelect, MembersSelect } from "../form/member-select.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import { useToday } from "../look/use-today.ts";
import { type BasicsFault, basicsFaults, type ProjectDraft, withAnchor } from "./draft.ts";
import { wizardTexts } from "./messages.ts";
import { PromoPicks } from "./promo-picks.tsx";

interface Props {
  readonly draft: ProjectDraft;
  readonly template: ProjectTemplate;
  readonly currency: string;
  /** Whether missing things are shown yet. */
  readonly tried: boolean;
  readonly onChange: (draft: ProjectDraft) => void;
}

/** Who does what, by role of the type. */
function PeopleFields({ draft, template, onChange }: Pick<Props, "draft" | "template" | "onChange">): ReactElement {
  const t = useMessages(wizardTexts);
  const text = useLocalText();
  return (
    <div className="pj-fields">
      {template.roles
        .filter((role) => role.key !== "manager")
        .map((role) => (
          <Field key={role.key} label={text(role.name)}>
            <MembersSelect
              value={draft.people[role.key] ?? []}
              placeholder={t.choose}
              onChange={(ids) => onChange({ ...draft, people: { ...draft.people, [role.key]: ids } })}
            />
          </Field>
        ))}
    </div>
  );
}

/** Name, anchor date, money, channels, people. */
export function BasicsStep({ draft, template, currency, tried, onChange }: Props): ReactElement {
  const t = useMessages(wizardTexts);
  const text = useLocalText();
  const today = useToday();
  const faults = tried ? basicsFaults(draft, today) : [];
  const errorOf = (...names: BasicsFault[]): string | undefined => {
    const found = faults.find((fault) => names.includes(fault));
    return found && t.fault[found];
  };
  const anchor = template.tasks.find((task) => task.key === template.anchorTask);
  const setAnchor = (date: string): void => onChange(withAnchor(draft, template, date));
  const channels = (codes: string[]): void => onChange({ ...draft, channels: codes });
  return (
    <div className="pj-basics">
      <div className="pj-fields">
        <Field label={t.name} error={errorOf("name")} wide>
          <Input
            value={draft.name}
            maxLength={80}
            placeholder={t.namePlaceholder}
            status={errorOf("name") ? "error" : ""}
            onChange={({ target }) => onChange({ ...draft, name: target.value })}
          />
        </Field>
        <Field label={anchor ? text(anchor.name) : ""} error={errorOf("anchor", "anchorPast")}>
          <Input
            type="date"
            min={today}
            value={draft.anchorDate}
            status={errorOf("anchor", "anchorPast") ? "error" : ""}
            onChange={({ target }) => setAnchor(target.value)}
          />
        </Field>
        <Field label={t.budget} error={errorOf("budget")}>
          <FigureInput
            unit="money"
            currency={currency}
            value={draft.totalBudgetMinor}
            wrong={errorOf("budget") !== undefined}
            onChange={(minor) => onChange({ ...draft, totalBudgetMinor: minor === null ? null : Math.round(minor) })}
          />
        </Field>
        <Field label={t.manager} error={errorOf("manager")}>
          <MemberSelect
            managers
            value={draft.managerId}
            wrong={errorOf("manager") !== undefined}
            onChange={(managerId) => onChange({ ...draft, managerId })}
          />
        </Field>
        <Field label={t.visibility} group>
          <Segmented
            block
            value={draft.visibility}
            options={(["workspace", "private"] as const).map((value) => ({ value, label: t.visibilities[value] }))}
            onChange={(visibility) => onChange({ ...draft, visibility })}
          />
        </Field>
        <Field label={t.nodes} wide group>
          <PromoPicks today={today} value={draft.anchorDate} onPick={setAnchor} />
        </Field>
        <Field label={t.channels} wide group>
          <ChannelPicker value={draft.channels} onChange={channels} />
        </Field>
      </div>
      <h2>{t.people}</h2>
      <PeopleFields draft={draft} template={template} onChange={onChange} />
    </div>
  );
}
