import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button, InputNumber, Select } from "antd";
import type { ReactElement } from "react";
import type { ProjectTemplate } from "../../../domain/template.ts";
import { Field } from "../../form/field.tsx";
import { MetricSelect } from "../../goals/metric-select.tsx";
import { useLocalText } from "../../look/use-local-text.ts";
import { movedBy, putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { LocalTextFields } from "../local-text-fields.tsx";
import { templateTexts } from "../messages.ts";
import { KpiCourse } from "./kpi-course.tsx";

type Kpi = ProjectTemplate["kpis"][number];

const LEVELS = ["strategy", "business", "operation", "task"] as const;

const EMPTY: Kpi = {
  metricId: "",
  goal: { zh: "", en: "" },
  level: "business",
  weight: 1,
  deadlineDays: 0,
  course: [],
};

interface KpiFieldsProps {
  readonly edit: TemplateEdit;
  readonly kpi: Kpi;
  readonly at: string;
  readonly put: (kpi: Kpi, field: string) => void;
}

function KpiFields({ edit, kpi, at, put }: KpiFieldsProps): ReactElement {
  const t = useMessages(templateTexts);
  return (
    <div className="pj-fields">
      <Field label={t.metric} error={edit.faultAt(`${at}/metricId`)}>
        <MetricSelect
          value={kpi.metricId || null}
          wrong={edit.faultAt(`${at}/metricId`) !== undefined}
          // the usual course belongs to the metric that it was observed on
          onChange={({ id }) => put({ ...kpi, metricId: id, course: id === kpi.metricId ? kpi.course : [] }, "")}
        />
      </Field>
      <Field label={t.level}>
        <Select
          value={kpi.level}
          options={LEVELS.map((value) => ({ value, label: t.levels[value] }))}
          onChange={(level) => put({ ...kpi, level }, "")}
        />
      </Field>
      <LocalTextFields
        edit={edit}
        pointer={`${at}/goal`}
        label={t.goal}
        value={kpi.goal}
        onChange={(goal) => put({ ...kpi, goal }, `${at}/goal`)}
      />
      <Field label={t.weight} error={edit.faultAt(`${at}/weight`)}>
        <InputNumber
          min={0}
          max={100}
          value={kpi.weight}
          onChange={(weight) => put({ ...kpi, weight: weight ?? 0 }, `${at}/weight`)}
        />
      </Field>
      <Field label={t.deadline} error={edit.faultAt(`${at}/deadlineDays`)}>
        <InputNumber
          precision={0}
          min={-400}
          max={400}
          value={kpi.deadlineDays}
          onChange={(days) => put({ ...kpi, deadlineDays: days ?? 0 }, `${at}/deadlineDays`)}
        />
      </Field>
      <KpiCourse
        edit={edit}
        course={kpi.course}
        deadlineDays={kpi.deadlineDays}
        at={`${at}/course`}
        put={(course, field) => put({ ...kpi, course }, field)}
      />
    </div>
  );
}

/** The goals that a project of the type is proposed, each bound to a metric of the catalogue. */
export function KpisPart({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const { kpis } = edit.template;
  return (
    <section className="pj-tpl-section">
      <ul className="pj-tpl-list" aria-label={t.parts.kpis}>
        {kpis.map((kpi, i) => (
          // KPIs of a type are known by their place
          <li key={`kpi-${i + 1}`}>
            <KpiFields
              edit={edit}
              kpi={kpi}
              at={`/kpis/${i}`}
              put={(next, field) => edit.put({ kpis: putAt(kpis, i, next) }, field)}
            />
            <ItemButtons
              name={text(kpi.goal) || t.unnamed}
              onMove={(by) => edit.put({ kpis: movedBy(kpis, i, by) }, "")}
              onRemove={() => edit.put({ kpis: putAt(kpis, i, undefined) }, "")}
            />
          </li>
        ))}
      </ul>
      <Button type="text" icon={<PlusIcon />} onClick={() => edit.put({ kpis: [...kpis, EMPTY] }, "")}>
        {t.addKpi}
      </Button>
    </section>
  );
}
