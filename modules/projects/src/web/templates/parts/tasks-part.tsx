import { useMessages } from "@yutu/i18n";
import { ChevronDownIcon, ChevronRightIcon, PlusIcon } from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import type { TemplateTask } from "../../../domain/template.ts";
import { useLocalText } from "../../look/use-local-text.ts";
import { emptyTask, withoutTask } from "../draft.ts";
import type { TemplateEdit } from "../edit.ts";
import { ItemButtons } from "../item-buttons.tsx";
import { templateTexts } from "../messages.ts";
import { TaskFields } from "./task-fields.tsx";

interface RowProps {
  readonly edit: TemplateEdit;
  readonly task: TemplateTask;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One task in a line; opened, everything about it. */
function TaskRow({ edit, task, isOpen, onToggle }: RowProps): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const { template } = edit;
  const index = template.tasks.indexOf(task);
  const nameOf = (list: readonly { key: string; name: TemplateTask["name"] }[], key: string): string => {
    const found = list.find((item) => item.key === key);
    return found ? text(found.name) || t.unnamed : "";
  };
  const name = text(task.name) || t.unnamed;
  const names = template.links
    .filter((link) => link.to === task.key)
    .map((link) => nameOf(template.tasks, link.from))
    .filter(Boolean)
    .join(", ");
  const linkFaults = template.links.filter((link, i) => link.to === task.key && edit.faultAt(`/links/${i}`)).length;
  const faults = edit.faultsBelow(`/tasks/${index}`) + linkFaults;
  return (
    <li className="pj-tpl-task" data-open={isOpen}>
      <div className="pj-tpl-row">
        <button
          type="button"
          className="yt-plain pj-tpl-open"
          aria-expanded={isOpen}
          aria-label={t.open({ name })}
          onClick={onToggle}
        >
          {isOpen ? <ChevronDownIcon /> : <ChevronRightIcon />}
          <span className="pj-tpl-words">
            <span className="pj-tpl-name">
              {name}
              {task.key === template.anchorTask && <span className="pj-tpl-mark">{t.isAnchor}</span>}
              {faults > 0 && <span className="pj-field-error">{t.faults({ count: faults })}</span>}
            </span>
            <small>
              {[nameOf(template.roles, task.role), names && t.after({ names })].filter(Boolean).join(" · ")}
            </small>
          </span>
          <span className="yt-figures pj-tpl-days">
            {task.durationDays === 0 ? t.milestone : t.days({ days: task.durationDays })}
          </span>
        </button>
        <ItemButtons
          name={name}
          onRemove={template.tasks.length > 1 ? () => edit.put(withoutTask(template, task.key), "") : undefined}
        />
      </div>
      {isOpen && <TaskFields edit={edit} index={index} task={task} />}
    </li>
  );
}

/** The tasks of a type phase by phase; those of a phase that is gone come last. */
export function TasksPart({ edit }: { readonly edit: TemplateEdit }): ReactElement {
  const t = useMessages(templateTexts);
  const text = useLocalText();
  const [open, setOpen] = useState("");
  const { template, put, faultAt } = edit;
  const known = new Set(template.phases.map(({ key }) => key));
  const lost = template.tasks.filter((task) => !known.has(task.phase));
  const rows = (tasks: readonly TemplateTask[]) =>
    tasks.map((task) => (
      <TaskRow
        key={task.key}
        edit={edit}
        task={task}
        isOpen={open === task.key}
        onToggle={() => setOpen(open === task.key ? "" : task.key)}
      />
    ));
  const add = (phase: string): void => {
    const task = emptyTask(template, phase);
    put({ tasks: [...template.tasks, task] }, "");
    setOpen(task.key);
  };
  return (
    <>
      {faultAt("/links") !== undefined && (
        <p className="pj-field-error" role="alert">
          {faultAt("/links")}
        </p>
      )}
      {template.phases.map((phase) => (
        <section key={phase.key} className="pj-tpl-section">
          <h2>{text(phase.name) || t.unnamed}</h2>
          <ul className="pj-tpl-tasks">{rows(template.tasks.filter((task) => task.phase === phase.key))}</ul>
          <Button type="text" size="small" icon={<PlusIcon />} onClick={() => add(phase.key)}>
            {t.addTask}
          </Button>
        </section>
      ))}
      {lost.length > 0 && (
        <section className="pj-tpl-section">
          <h2>{t.fault["unknown-phase"]}</h2>
          <ul className="pj-tpl-tasks">{rows(lost)}</ul>
        </section>
      )}
    </>
  );
}
