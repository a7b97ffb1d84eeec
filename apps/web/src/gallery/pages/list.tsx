import { useFormat, useMessages } from "@yutu/i18n";
import {
  type CellChange,
  ChannelBadge,
  DataGrid,
  Facts,
  FilterChips,
  KpiStrip,
  MemberAvatar,
  MobileCard,
  MobileCards,
  PageHeader,
  PeekPanel,
  PlusIcon,
  StatusRing,
  usePhone,
  ViewTabs,
} from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useState } from "react";
import "../gallery.css";
import { galleryTexts, statusLooks } from "../sample.ts";
import { channels, people, type SampleTask, sampleTasks } from "../sample-tasks.ts";
import { useTaskColumns } from "../task-columns.tsx";

const COUNT = Number(new URLSearchParams(location.search).get("rows") ?? 24);
const keyOf = (task: SampleTask): string => task.id;
const grouping = {
  keyOf: (task: SampleTask) => task.phase,
  title: (key: string, rows: readonly SampleTask[]) => ({
    name: key,
    note: `${rows[0]?.start.slice(5).replace("-", "/") ?? ""} – ${rows.at(-1)?.finish.slice(5).replace("-", "/") ?? ""}`,
  }),
};

const apply = (tasks: readonly SampleTask[], changes: readonly CellChange[]): SampleTask[] =>
  tasks.map((task) => {
    const own = changes.filter((change) => change.rowKey === task.id);
    return own.reduce<SampleTask>((before, { columnKey, value }) => {
      if (columnKey === "budget") return { ...before, budgetMinor: Math.round(Number(value) * 100) };
      return { ...before, [columnKey]: value };
    }, task);
  });

function Kpis(): ReactElement {
  const t = useMessages(galleryTexts).kpi;
  const format = useFormat();
  const series = [3, 4, 4, 6, 7, 7, 9];
  return (
    <KpiStrip
      label={t.label}
      items={[
        {
          key: "budget",
          label: t.budget,
          value: format.moneyShort(159_400_000),
          full: format.money(159_400_000),
          note: t.versus({ change: format.deltaPercent(0.082) }),
          series,
          to: "/gallery",
        },
        {
          key: "spent",
          label: t.spent,
          value: format.moneyShort(58_960_000),
          full: format.money(58_960_000),
          note: t.pace({ share: format.percent(0.37) }),
          tone: "info",
          series,
        },
        {
          key: "roi",
          label: t.roi,
          value: format.number(3.42),
          note: format.delta(0.31),
          tone: "good",
          series: [2, 4, 3, 6, 4, 7, 8],
        },
        {
          key: "done",
          label: t.done,
          value: "11 / 18",
          note: format.percent(0.61, 0),
          tone: "good",
          series: [1, 2, 3, 5, 6, 8, 9],
        },
        {
          key: "late",
          label: t.late,
          value: "2",
          note: t.yesterday({ change: format.delta(-3) }),
          tone: "alarm",
          series: [9, 7, 7, 6, 6, 3, 1],
        },
      ]}
    />
  );
}

export default function List(): ReactElement {
  const t = useMessages(galleryTexts);
  const phone = usePhone();
  const columns = useTaskColumns();
  const format = useFormat();
  const [tasks, setTasks] = useState(() => sampleTasks(COUNT));
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [values, setValues] = useState<Record<string, readonly string[]>>({ status: ["todo"] });
  const [open, setOpen] = useState<SampleTask>();
  const step = (by: 1 | -1): void =>
    setOpen((task) => tasks[tasks.findIndex((each) => each.id === task?.id) + by] ?? task);
  const views = ["list", "board", "gantt", "calendar", "budget", "assets", "data"] as const;
  return (
    <>
      <PageHeader
        title={t.sample.title}
        colour="#E8590C"
        context={t.sample.context}
        people={people}
        more={[{ key: "more", actions: [{ key: "archive", label: t.sample.archive, run: () => undefined }] }]}
        action={
          <Button type="primary" icon={<PlusIcon />}>
            {t.primary}
          </Button>
        }
        tabs={<ViewTabs tabs={views.map((key) => ({ key, label: t.views[key], to: `/gallery/${key}` }))} />}
      />
      <Kpis />
      <FilterChips
        values={values}
        onChange={(key, next) => setValues((before) => ({ ...before, [key]: next }))}
        leading={!phone && <Segmented size="small" options={[t.list.byPhase, t.list.byChannel, t.list.byPerson]} />}
        filters={[
          {
            kind: "choice",
            key: "status",
            label: t.list.status,
            options: Object.entries(t.status).map(([value, label]) => ({ value, label })),
          },
          {
            kind: "choice",
            key: "channel",
            label: t.list.channel,
            options: channels.map((each) => ({
              value: each.code,
              label: each.name,
              mark: <ChannelBadge {...each} named={false} />,
            })),
          },
          {
            kind: "choice",
            key: "person",
            label: t.list.person,
            options: people.map((each) => ({ value: each.id, label: each.name })),
          },
          { kind: "dates", key: "dates", label: t.list.dates },
        ]}
        trailing={
          !phone && (
            <Button type="text" size="small">
              {t.list.saveView}
            </Button>
          )
        }
      />
      {phone ? (
        <MobileCards label={t.list.task}>
          {tasks.map((task) => {
            const person = people[task.person];
            return (
              <MobileCard
                key={task.id}
                title={task.name}
                mark={person && <MemberAvatar person={person} />}
                facts={
                  <>
                    <StatusRing {...statusLooks[task.status]} label={t.status[task.status]} />
                    <ChannelBadge {...(channels[task.channel] ?? channels[0])} />
                    <span className="yt-figures">{format.monthDay(task.finish)}</span>
                  </>
                }
                figure={format.money(task.budgetMinor)}
                onOpen={() => setOpen(task)}
              />
            );
          })}
        </MobileCards>
      ) : (
        <DataGrid
          label={t.list.task}
          rows={tasks}
          keyOf={keyOf}
          columns={columns}
          grouping={grouping}
          selected={selected}
          onSelect={setSelected}
          onOpen={setOpen}
          onEdit={(changes) => setTasks((before) => apply(before, changes))}
          extraRowPx={3}
          storageKey="yutu.gallery.columns"
          {...(open ? { current: open.id } : {})}
        />
      )}
      <PeekPanel
        open={open !== undefined}
        onClose={() => setOpen(undefined)}
        code={open?.id ?? ""}
        title={open?.name ?? ""}
        onStep={step}
        onOpenFull={() => undefined}
      >
        {open && (
          <Facts
            items={[
              {
                key: "status",
                label: t.list.status,
                value: <StatusRing {...statusLooks[open.status]} label={t.status[open.status]} />,
              },
              {
                key: "channel",
                label: t.list.channel,
                value: <ChannelBadge {...(channels[open.channel] ?? channels[0])} />,
              },
              { key: "dates", label: t.list.dates, value: format.fullRange(open.start, open.finish) },
              { key: "budget", label: t.list.budget, value: format.money(open.budgetMinor) },
            ]}
          />
        )}
      </PeekPanel>
    </>
  );
}
