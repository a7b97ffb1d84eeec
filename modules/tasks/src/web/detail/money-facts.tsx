import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency, minorDigits } from "@yutu/kernel";
import { AppLink, usePermission } from "@yutu/ui";
import type { ReactElement } from "react";
import { taskTexts } from "../messages.ts";
import type { Task } from "../task-row.ts";
import { CommitInput } from "./commit-input.tsx";
import { Fact } from "./fact.tsx";
import { detailTexts } from "./messages.ts";
import "./money-facts.css";
import type { ChangeTask } from "./use-task.ts";

interface Props {
  readonly task: Task;
  readonly change: ChangeTask;
}

/** What expenses for the task have taken, each behind a link; who may claim does it from here. */
function Spending({ task }: { readonly task: Task }): ReactElement | null {
  const t = useMessages(detailTexts);
  const format = useFormat();
  const maySubmit = usePermission("claims.submit");
  const { spending, budgetMinor } = task;
  const currency = isCurrency(task.project.currency) ? task.project.currency : "CNY";
  // who may not add to the talk of a task sees a project that is over
  const claims = maySubmit && task.abilities.attach;
  if (!spending && !claims) return null;
  const spent = spending && format.money(spending.spentMinor, currency);
  const over = spending !== null && budgetMinor !== null && spending.spentMinor > budgetMinor;
  return (
    <Fact label={t.spent}>
      <span className="tk-spending yt-figures">
        {spending &&
          (maySubmit && spending.spentMinor + spending.heldMinor > 0 ? (
            <AppLink to="/expenses" search={{ show: "all", task: task.id }} className={over ? "tk-over" : undefined}>
              {spent}
            </AppLink>
          ) : (
            <span className={over ? "tk-over" : undefined}>{spent}</span>
          ))}
        {spending && spending.heldMinor > 0 && (
          <span className="tk-quiet">{t.held({ amount: format.money(spending.heldMinor, currency) })}</span>
        )}
        {claims && (
          <AppLink to="/expenses" search={{ write: task.projectId, task: task.id }}>
            {t.claim}
          </AppLink>
        )}
      </span>
    </Fact>
  );
}

/** The planned amount of a task and what it has cost. */
export function MoneyFacts({ task, change }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const format = useFormat();
  const currency = isCurrency(task.project.currency) ? task.project.currency : "CNY";
  const unit = 10 ** minorDigits(currency);
  return (
    <>
      {task.abilities.seeMoney && (
        <Fact label={t.field.budget}>
          <CommitInput
            type="number"
            label={t.field.budget}
            placeholder={t.none}
            disabled={!task.abilities.edit}
            value={task.budgetMinor === null ? "" : String(task.budgetMinor / unit)}
            onCommit={(text) => void change({ budgetMinor: text === "" ? null : Math.round(Number(text) * unit) })}
          />
          {task.budgetMinor !== null && <span className="tk-quiet">{format.money(task.budgetMinor, currency)}</span>}
        </Fact>
      )}
      <Spending task={task} />
    </>
  );
}
