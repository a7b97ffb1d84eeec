import { useMessages } from "@yutu/i18n";
import { calendarDate, parseCalendarDate } from "@yutu/kernel";
import { Input, InputNumber, Segmented, Select } from "antd";
import type { ReactElement, ReactNode } from "react";
import { CHANNELS } from "../../domain/channels.ts";
import { KPI_UNITS } from "../../domain/goal.ts";
import type { SmartFault, SmartField } from "../../domain/smart-gate.ts";
import { Field } from "../form/field.tsx";
import { FigureInput } from "../form/figure-input.tsx";
import { MemberSelect } from "../form/member-select.tsx";
import { useLocalText } from "../look/use-local-text.ts";
import { useFaultText } from "./fault-text.ts";
import { bindTo, type KpiDraft } from "./kpi-draft.ts";
import { goalTexts } from "./messages.ts";
import { MetricSelect } from "./metric-select.tsx";

export interface KpiFieldsProps {
  readonly draft: KpiDraft;
  readonly onChange: (draft: KpiDraft) => void;
  readonly faults: readonly Pick<SmartFault, "field" | "code">[];
  readonly currency: string;
  /** Where the target lies among past projects; shown below the target. */
  readonly achievable?: ReactNode;
}

/** Where the value comes from: a metric with a filter, or a person who reads it somewhere. */
function SourceFields({
  draft,
  onChange,
  errorOf,
}: KpiFieldsProps & { readonly errorOf: (field: SmartField) => string | undefined }): ReactElement {
  const t = useMessages(goalTexts);
  const text = useLocalText();
  if (draft.source === "manual") {
    return (
      <>
        <Field label={t.sourceNote} error={errorOf("source")}>
          <Input
            value={draft.sourceNote}
            maxLength={200}
            placeholder={t.sourceNoteHint}
            onChange={(event) => onChange({ ...draft, sourceNote: event.target.value })}
          />
        </Field>
        <Field label={t.unit}>
          <Select
            value={draft.unit}
            options={KPI_UNITS.map((value) => ({ value, label: t.units[value] }))}
            onChange={(unit) => onChange({ ...draft, unit, baseline: null, target: null })}
          />
        </Field>
        <Field label={t.direction}>
          <Select
            value={draft.direction}
            options={(["up", "down"] as const).map((value) => ({ value, label: t.directions[value] }))}
            onChange={(direction) => onChange({ ...draft, direction })}
          />
        </Field>
      </>
    );
  }
  return (
    <>
      <Field label={t.metric} error={errorOf("metric")}>
        <MetricSelect
          value={draft.metricId}
          wrong={errorOf("metric") !== undefined}
          onChange={(metric) => onChange(bindTo(draft, metric, text(metric.name)))}
        />
      </Field>
      <Field label={t.channel}>
        <Select
          allowClear
          placeholder={t.allChannels}
          value={draft.filters.channel ?? null}
          options={CHANNELS.map((channel) => ({ value: channel.code, label: text(channel.name) }))}
          onChange={(channel: string | undefined) => onChange({ ...draft, filters: channel ? { channel } : {} })}
        />
      </Field>
    </>
  );
}

/** Everything a KPI is made of; what the gate misses stands below its field. */
export function KpiFields(props: KpiFieldsProps): ReactElement {
  const { draft, onChange, faults, currency, achievable } = props;
  const t = useMessages(goalTexts);
  const say = useFaultText();
  const errorOf = (field: SmartField): string | undefined => {
    const fault = faults.find((f) => f.field === field);
    return fault && say(fault);
  };
  const figure = (field: "baseline" | "target", hint?: ReactNode) => (
    <Field label={t[field]} error={errorOf(field)} hint={hint}>
      <FigureInput
        unit={draft.unit}
        currency={currency}
        value={draft[field]}
        wrong={errorOf(field) !== undefined}
        onChange={(value) => onChange({ ...draft, [field]: value })}
      />
    </Field>
  );
  return (
    <div className="pj-fields">
      <Field label={t.source} group>
        <Segmented
          block
          value={draft.source}
          options={(["metric", "manual"] as const).map((value) => ({ value, label: t.sources[value] }))}
          onChange={(source) => onChange({ ...draft, source, metricId: null, filters: {} })}
        />
      </Field>
      <SourceFields {...props} errorOf={errorOf} />
      <Field label={t.name}>
        <Input
          value={draft.name}
          maxLength={80}
          onChange={(event) => onChange({ ...draft, name: event.target.value })}
        />
      </Field>
      {figure("baseline")}
      {figure("target", achievable)}
      <Field label={t.deadline} error={errorOf("deadline")}>
        <Input
          type="date"
          value={draft.deadline ?? ""}
          onChange={({ target }) =>
            onChange({ ...draft, deadline: parseCalendarDate(target.value).ok ? calendarDate(target.value) : null })
          }
        />
      </Field>
      <Field label={t.owner} error={errorOf("owner")}>
        <MemberSelect
          value={draft.ownerId}
          wrong={errorOf("owner") !== undefined}
          onChange={(ownerId) => onChange({ ...draft, ownerId })}
        />
      </Field>
      <Field label={t.weight}>
        <InputNumber
          min={0}
          max={100}
          value={draft.weight}
          onChange={(weight) => onChange({ ...draft, weight: weight ?? 0 })}
        />
      </Field>
    </div>
  );
}
