import { type Format, useFormat, useMessages } from "@yutu/i18n";
import { AmountCell, ChannelBadge, type GridColumn, MemberAvatar, StatusRing } from "@yutu/ui";
import { useMemo } from "react";
import { galleryTexts, statusLooks } from "./sample.ts";
import { channels, people, type SampleTask } from "./sample-tasks.ts";

type Column = GridColumn<SampleTask>;
type Texts = (typeof galleryTexts)["zh"];

const nameColumn = (t: Texts): Column => ({
  key: "name",
  title: t.list.task,
  widthPx: 320,
  grow: true,
  cell: (task) => (
    <span className="ga-task">
      <span className="ga-code yt-figures">{task.id}</span>
      <span className="yt-ellipsis">{task.name}</span>
    </span>
  ),
  edit: { kind: "text", value: (task) => task.name },
});

const statusColumn = (t: Texts): Column => ({
  key: "status",
  title: t.list.status,
  widthPx: 118,
  cell: (task) => <StatusRing {...statusLooks[task.status]} label={t.status[task.status]} />,
  edit: {
    kind: "choice",
    value: (task) => task.status,
    options: Object.entries(t.status).map(([value, label]) => ({ value, label })),
  },
});

const channelColumn = (t: Texts): Column => ({
  key: "channel",
  title: t.list.channel,
  widthPx: 104,
  cell: (task) => <ChannelBadge {...(channels[task.channel] ?? channels[0])} />,
  text: (task) => channels[task.channel]?.name ?? "",
});

const personColumn = (t: Texts): Column => ({
  key: "person",
  title: t.list.person,
  widthPx: 104,
  cell: (task) => {
    const person = people[task.person];
    return person && <MemberAvatar person={person} named />;
  },
  text: (task) => people[task.person]?.name ?? "",
});

const datesColumn = (t: Texts, format: Format): Column => ({
  key: "finish",
  title: t.list.dates,
  widthPx: 136,
  sortable: true,
  cell: (task) => (
    <span className={task.status === "late" ? "ga-late yt-figures" : "yt-figures"}>
      {format.range(task.start, task.finish)}
    </span>
  ),
  edit: { kind: "date", value: (task) => task.finish },
});

const budgetColumn = (t: Texts, format: Format): Column => ({
  key: "budget",
  title: t.list.budget,
  widthPx: 116,
  align: "end",
  cell: (task) => <AmountCell minor={task.budgetMinor} spentMinor={task.spentMinor} />,
  edit: { kind: "number", value: (task) => String(task.budgetMinor / 100) },
  summary: (rows) => format.money(rows.reduce((sum, row) => sum + row.budgetMinor, 0)),
});

export function useTaskColumns(): Column[] {
  const t = useMessages(galleryTexts);
  const format = useFormat();
  return useMemo(
    () => [
      nameColumn(t),
      statusColumn(t),
      channelColumn(t),
      personColumn(t),
      datesColumn(t, format),
      budgetColumn(t, format),
    ],
    [t, format],
  );
}
