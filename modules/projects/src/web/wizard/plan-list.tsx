import { useFormat, useMessages } from "@yutu/i18n";
import { Fragment, type ReactElement } from "react";
import type { ProjectTemplate } from "../../domain/template.ts";
import { useLocalText } from "../look/use-local-text.ts";
import { wizardTexts } from "./messages.ts";
import type { PlanPreview } from "./use-plan.ts";

interface Props {
  readonly plan: PlanPreview;
  readonly template: ProjectTemplate;
}

/** The plan as a table, phase by phase. */
export function PlanList({ plan, template }: Props): ReactElement {
  const t = useMessages(wizardTexts).plan;
  const text = useLocalText();
  const format = useFormat();
  const roles = new Map(template.roles.map((role) => [role.key, text(role.name)]));
  return (
    <table className="pj-table">
      <thead>
        <tr>
          <th scope="col">{t.task}</th>
          <th scope="col">{t.role}</th>
          <th scope="col">{t.dates}</th>
          <th scope="col" className="pj-end">
            {t.duration}
          </th>
        </tr>
      </thead>
      <tbody>
        {plan.phases.map((phase) => (
          <Fragment key={phase.key}>
            <tr className="pj-table-group">
              <th scope="rowgroup" colSpan={4}>
                {text(phase.name)}
              </th>
            </tr>
            {plan.tasks
              .filter((task) => task.phase === phase.key)
              .toSorted((a, b) => a.start.localeCompare(b.start))
              .map((task) => (
                <tr key={task.key} data-critical={task.critical}>
                  <td>
                    {text(task.name)}
                    {task.milestone && <span className="pj-mark">{t.milestone}</span>}
                  </td>
                  <td>{roles.get(task.role) ?? task.role}</td>
                  <td className="yt-figures">
                    {task.milestone ? format.monthDay(task.finish) : format.range(task.start, task.finish)}
                  </td>
                  <td className="pj-end yt-figures">{task.milestone ? "" : t.days({ count: task.durationDays })}</td>
                </tr>
              ))}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
