import { useMessages } from "@yutu/i18n";
import { PlusIcon } from "@yutu/ui";
import { Button, InputNumber } from "antd";
import type { ReactElement } from "react";
import type { ProjectTemplate } from "../../../domain/template.ts";
import { Field } from "../../form/field.tsx";
import { nextPoint, putAt } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { templateTexts } from "../messages.ts";

type Course = ProjectTemplate["kpis"][number]["course"];

/** The most that a KPI keeps; see `templateKpiSchema`. */
const MOST_POINTS = 20;

interface Props {
  readonly edit: TemplateEdit;
  readonly course: Course;
  readonly deadlineDays: number;
  /** Pointer of the course. */
  readonly at: string;
  readonly put: (course: Course, field: string) => void;
}

/** How far along a KPI usually is some days before or after the anchor. */
export function KpiCourse({ edit, course, deadlineDays, at, put }: Props): ReactElement {
  const t = useMessages(templateTexts);
  return (
    <div className="pj-tpl-course" role="group" aria-label={t.course}>
      <span className="pj-field-label">{t.course}</span>
      <span className="pj-field-hint">{t.courseHint}</span>
      {course.length > 0 && (
        <ul className="pj-tpl-points">
          {course.map((point, i) => (
            // checkpoints are known by their place while their day is being written
            <li key={`${i}-${course.length}`} className="pj-tpl-point">
              <Field label={t.courseDay} error={edit.faultAt(`${at}/${i}/days`)}>
                <InputNumber
                  precision={0}
                  min={-400}
                  max={400}
                  value={point.days}
                  onChange={(days) => put(putAt(course, i, { ...point, days: days ?? 0 }), `${at}/${i}/days`)}
                />
              </Field>
              <Field label={t.courseShare} error={edit.faultAt(`${at}/${i}/permille`)}>
                <InputNumber
                  min={0}
                  max={100}
                  step={5}
                  suffix="%"
                  value={point.permille / 10}
                  onChange={(share) =>
                    put(putAt(course, i, { ...point, permille: Math.round((share ?? 0) * 10) }), `${at}/${i}/permille`)
                  }
                />
              </Field>
              <ItemButtons
                name={t.courseName({ days: point.days })}
                onRemove={() => put(putAt(course, i, undefined), "")}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        type="text"
        size="small"
        icon={<PlusIcon />}
        disabled={course.length >= MOST_POINTS}
        onClick={() => put([...course, nextPoint(course, deadlineDays)], "")}
      >
        {t.addPoint}
      </Button>
    </div>
  );
}
