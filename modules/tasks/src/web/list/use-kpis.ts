import type { OperationOutput } from "@yutu/contract";
import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import type { Kpi } from "@yutu/ui";
import type { tasks } from "../../contract/index.ts";
import { listTexts } from "./messages.ts";

export type TaskSummary = OperationOutput<typeof tasks.getTaskSummary>;

/** The figures over a project's tasks; each leads to the tasks it counts. */
export function useKpis(
  summary: TaskSummary | undefined,
  currency: string,
  show: { readonly overdue: () => void; readonly done: () => void },
): Kpi[] {
  const t = useMessages(listTexts);
  const format = useFormat();
  if (!summary) return [];
  const { total, done, overdue, dueThisWeek, budgetMinor, days } = summary;
  const [yesterday, today] = [days.at(-2), days.at(-1)];
  const change = (today?.overdue ?? 0) - (yesterday?.overdue ?? 0);
  const code = isCurrency(currency) ? currency : "CNY";
  const kpis: Kpi[] = [
    {
      key: "done",
      label: t.done,
      value: `${done} / ${total}`,
      note: format.percent(total > 0 ? done / total : 0, 0),
      tone: "good",
      series: days.map((day) => day.done),
      onOpen: show.done,
    },
    {
      key: "overdue",
      label: t.overdue,
      value: String(overdue),
      note: t.versusYesterday({ change: format.delta(change) }),
      tone: overdue > 0 ? "alarm" : "quiet",
      series: days.map((day) => day.overdue),
      onOpen: show.overdue,
    },
    { key: "week", label: t.dueThisWeek, value: String(dueThisWeek) },
  ];
  if (budgetMinor !== null)
    kpis.unshift({
      key: "budget",
      label: t.budget,
      value: format.moneyShort(budgetMinor, code),
      full: format.money(budgetMinor, code),
    });
  return kpis;
}
