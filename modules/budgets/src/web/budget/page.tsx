import { useFormat, useMessages } from "@yutu/i18n";
import { ProjectAction, useProject } from "@yutu/projects/web";
import {
  EmptyState,
  type Kpi,
  KpiStrip,
  PlusIcon,
  ProblemNotice,
  Skeleton,
  useOperation,
  usePermission,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useState } from "react";
import { budgets } from "../../contract/index.ts";
import { ClaimForm } from "../claims/claim-form.tsx";
import { ClaimList } from "../claims/claim-list.tsx";
import type { Claim } from "../claims/use-claims.ts";
import { budgetTexts } from "../messages.ts";
import "../budgets.css";
import { currencyOf } from "../money.ts";
import type { Budget } from "./budget.ts";
import { Contracts } from "./contracts.tsx";
import { LineForm } from "./line-form.tsx";
import { LineGrid } from "./line-grid.tsx";
import { TransferForm } from "./transfer-form.tsx";

function useKpis(budget: Budget): Kpi[] {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const { totals } = budget;
  const currency = currencyOf(budget.currency);
  const planned = totals.plannedMinor + totals.changedMinor;
  const one = (key: string, label: string, minor: number, share = true): Kpi => ({
    key,
    label,
    value: format.moneyShort(minor, currency),
    full: format.money(minor, currency),
    ...(share && planned > 0 ? { note: format.percent(minor / planned, 1) } : {}),
    ...(minor < 0 ? { tone: "alarm" as const } : {}),
  });
  return [
    one("planned", t.planned, planned, false),
    one("actual", t.actual, totals.actualMinor),
    one("committed", t.committed, totals.committedMinor),
    one("reserved", t.reserved, totals.reservedMinor),
    one("available", t.available, totals.availableMinor),
  ];
}

/** The lines, for those who may see money. */
function BudgetLines({ projectId }: { readonly projectId: string }): ReactElement {
  const t = useMessages(budgetTexts);
  const { data, problem, reload } = useOperation(
    budgets.getBudget,
    { params: { projectId } },
    { live: ["budget", "claim"] },
  );
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (!data) return <Skeleton columns={["1fr", "90px", "110px", "110px", "110px", "110px"]} />;
  return <LoadedLines budget={data} emptyText={t.noBudget} />;
}

function LoadedLines({ budget, emptyText }: { readonly budget: Budget; readonly emptyText: string }): ReactElement {
  const t = useMessages(budgetTexts);
  const kpis = useKpis(budget);
  const [form, setForm] = useState<"line" | "transfer">();
  const close = (): void => setForm(undefined);
  const add = <Button onClick={() => setForm("line")}>{t.addLine}</Button>;
  return (
    <>
      <KpiStrip items={kpis} label={t.budget} />
      <div className="bg-section">
        <h2>{t.line}</h2>
        {budget.abilities.edit && (
          <div className="bg-bar-end">
            <Button onClick={() => setForm("transfer")}>{t.transfer}</Button>
            {add}
          </div>
        )}
      </div>
      {budget.lines.length === 0 ? (
        <EmptyState text={emptyText} action={budget.abilities.edit ? add : undefined} />
      ) : (
        <LineGrid budget={budget} />
      )}
      <Contracts budget={budget} />
      {form === "line" && (
        <LineForm projectId={budget.projectId} currency={currencyOf(budget.currency)} onClose={close} />
      )}
      {form === "transfer" && <TransferForm budget={budget} onClose={close} />}
    </>
  );
}

/** 预算 of a project: lines, contracts and claims. */
export default function BudgetPage(): ReactElement {
  const t = useMessages(budgetTexts);
  const project = useProject();
  const seesMoney = usePermission("money.view");
  const [editing, setEditing] = useState<{ claim?: Claim }>();
  return (
    <>
      <ProjectAction>
        <Button type="primary" icon={<PlusIcon />} onClick={() => setEditing({})}>
          {t.newClaim}
        </Button>
      </ProjectAction>
      {seesMoney && <BudgetLines projectId={project.id} />}
      <div className="bg-section">
        <h2>{t.claims}</h2>
      </div>
      <ClaimList
        projectId={project.id}
        {...(seesMoney ? {} : { mine: true })}
        onNew={() => setEditing({})}
        onEdit={(claim) => setEditing({ claim })}
      />
      {editing && <ClaimForm projectId={project.id} {...editing} onClose={() => setEditing(undefined)} />}
    </>
  );
}
