import { type Format, type Translation, useFormat, useMessages } from "@yutu/i18n";
import { type Currency, isCurrency, minorDigits } from "@yutu/kernel";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import { AmountCell, type GridColumn, type Person } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { TASK_STATUSES } from "../../domain/status.ts";
import { TaskPeople } from "../look/people.tsx";
import { TaskDates } from "../look/task-dates.tsx";
import { TaskStatusRing } from "../look/task-status.tsx";
import { TaskTitle } from "../look/task-title.tsx";
import { taskTexts } from "../messages.ts";
import type { TaskPatch, TaskRow } from "../task-row.ts";
import { channelChoices, personChoices } from "./choices.tsx";

export interface ColumnOptions {
  readonly editable: boolean;
  readonly seesMoney: boolean;
  readonly currency: string;
  readonly people: readonly Person[];
  /** Colour and name of the project, in lists over several. */
  readonly projectOf?:
    | ((projectId: string) => { readonly name: string; readonly color: string } | undefined)
    | undefined;
}

const sum = (rows: readonly TaskRow[]): number => rows.reduce((total, row) => total + (row.budgetMinor ?? 0), 0);
const asCurrency = (code: string): Currency => (isCurrency(code) ? code : "CNY");

/** Between the people of one cell. */
const SEVERAL = ",";

type Edit = NonNullable<GridColumn<TaskRow>["edit"]>;
type Choices = NonNullable<Edit["options"]>;

/** What the columns are made of: words, choices, and whether they may be edited. */
interface Material {
  readonly t: Translation<typeof taskTexts.zh>;
  readonly editable: boolean;
  readonly channels: Choices;
  readonly people: Choices;
}

const edited = ({ editable }: Material, edit: Edit): { readonly edit?: Edit } => (editable ? { edit } : {});

const titleColumn = (material: Material, projectOf: ColumnOptions["projectOf"]): GridColumn<TaskRow> => ({
  key: "title",
  title: material.t.task,
  widthPx: 320,
  grow: true,
  sortable: true,
  cell: (row) => <TaskTitle row={row} project={projectOf?.(row.projectId)} />,
  ...edited(material, { kind: "text", value: (row) => row.title }),
});

const statusColumn = (material: Material): GridColumn<TaskRow> => ({
  key: "status",
  title: material.t.field.status,
  // "Not started" with its ring
  widthPx: 124,
  sortable: true,
  cell: (row) => <TaskStatusRing status={row.status} overdue={row.overdue} />,
  text: (row) => material.t.status[row.status],
  ...edited(material, {
    kind: "choice",
    value: (row) => row.status,
    options: TASK_STATUSES.map((value) => ({
      value,
      label: material.t.status[value],
      mark: <TaskStatusRing status={value} named={false} />,
    })),
  }),
});

const channelColumn = (material: Material): GridColumn<TaskRow> => ({
  key: "channel",
  title: material.t.field.channel,
  widthPx: 104,
  cell: (row) => (row.channel ? <ChannelTag code={row.channel} /> : null),
  ...edited(material, { kind: "choice", value: (row) => row.channel ?? "", options: material.channels }),
});

const assigneeColumn = (material: Material): GridColumn<TaskRow> => ({
  key: "assignee",
  title: material.t.field.assignee,
  widthPx: 112,
  cell: (row) => <TaskPeople people={row.assignees} />,
  text: (row) => row.assignees.map((a) => a.memberName).join("、"),
  ...edited(material, {
    kind: "choice",
    // all of them, so that taking an edit back brings everybody back
    value: (row) => row.assignees.map((each) => each.memberId).join(SEVERAL),
    options: material.people,
  }),
});

const datesColumn = (material: Material): GridColumn<TaskRow> => ({
  key: "due",
  title: material.t.field.dates,
  widthPx: 128,
  sortable: true,
  cell: (row) => <TaskDates {...row} />,
  text: (row) => `${row.startDate ?? ""} ${row.dueDate ?? ""}`.trim(),
  ...edited(material, { kind: "date", value: (row) => row.dueDate ?? "" }),
});

/** The planned amount over what is spent of it; without a plan, only what was spent all the same. */
function BudgetCell({ row, currency }: { readonly row: TaskRow; readonly currency: Currency }): ReactElement | null {
  const spentMinor = row.spending?.spentMinor ?? 0;
  if (row.budgetMinor === null && spentMinor === 0) return null;
  return <AmountCell minor={row.budgetMinor ?? 0} currency={currency} spentMinor={spentMinor} />;
}

const budgetColumn = (material: Material, code: Currency, format: Format): GridColumn<TaskRow> => ({
  key: "budget",
  title: material.t.budgetUsed,
  widthPx: 112,
  align: "end",
  cell: (row) => <BudgetCell row={row} currency={code} />,
  summary: (rows) => (sum(rows) > 0 ? format.money(sum(rows), code) : null),
  ...edited(material, {
    kind: "number",
    value: (row) => (row.budgetMinor === null ? "" : String(row.budgetMinor / 10 ** minorDigits(code))),
  }),
});

/** The columns of a task list; a column that may be edited says how. */
export function useColumns(options: ColumnOptions): readonly GridColumn<TaskRow>[] {
  const { editable, seesMoney, currency, people, projectOf } = options;
  const t = useMessages(taskTexts);
  const format = useFormat();
  const text = useLocalText();
  return useMemo(() => {
    const material: Material = {
      t,
      editable,
      channels: [{ value: "", label: t.noChannel }, ...channelChoices(text)],
      people: [{ value: "", label: t.noAssignee }, ...personChoices(people)],
    };
    return [
      titleColumn(material, projectOf),
      statusColumn(material),
      channelColumn(material),
      assigneeColumn(material),
      datesColumn(material),
      ...(seesMoney ? [budgetColumn(material, asCurrency(currency), format)] : []),
    ];
  }, [editable, seesMoney, currency, people, projectOf, t, format, text]);
}

/** The change that a cell's new text means. */
export function patchOf(columnKey: string, value: string, currency: string): TaskPatch | undefined {
  switch (columnKey) {
    case "title":
      return value.trim() === "" ? undefined : { title: value.trim() };
    case "status": {
      const status = TASK_STATUSES.find((each) => each === value);
      return status && { status };
    }
    case "channel":
      return { channel: value === "" ? null : value };
    case "assignee":
      return { assigneeIds: value === "" ? [] : value.split(SEVERAL) };
    case "due":
      return { dueDate: value === "" ? null : value };
    case "budget": {
      const amount = Number(value);
      if (value === "") return { budgetMinor: null };
      return Number.isFinite(amount)
        ? { budgetMinor: Math.round(amount * 10 ** minorDigits(asCurrency(currency))) }
        : undefined;
    }
    default:
      return undefined;
  }
}
