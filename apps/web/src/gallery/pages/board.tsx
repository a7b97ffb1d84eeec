import { useFormat, useMessages } from "@yutu/i18n";
import { Board, type CardMove, ChannelBadge, MemberAvatar, PageHeader, StatusRing } from "@yutu/ui";
import { type ReactElement, useState } from "react";
import "../gallery.css";
import { galleryTexts, statusLooks } from "../sample.ts";
import { channels, people, type SampleTask, sampleTasks } from "../sample-tasks.ts";

const COUNT = Number(new URLSearchParams(location.search).get("rows") ?? 40);
const keyOf = (task: SampleTask): string => task.id;
const columnOf = (task: SampleTask): string => task.status;
const nameOf = (task: SampleTask): string => task.name;
const heightOf = (task: SampleTask): number => (task.name.length > 14 ? 112 : 92);

function Card({ task }: { readonly task: SampleTask }): ReactElement {
  const format = useFormat();
  const person = people[task.person];
  return (
    <div className="ga-card">
      <span className="ga-code yt-figures">{task.id}</span>
      <span className="ga-card-name">{task.name}</span>
      <span className="ga-card-foot">
        <ChannelBadge {...(channels[task.channel] ?? channels[0])} named={false} />
        <span className="yt-figures">{format.monthDay(task.finish)}</span>
        {person && <MemberAvatar person={person} />}
      </span>
    </div>
  );
}

function moved(tasks: readonly SampleTask[], { cardKey, column, before }: CardMove): SampleTask[] {
  const card = tasks.find((task) => task.id === cardKey);
  if (!card) return [...tasks];
  const rest = tasks.filter((task) => task.id !== cardKey);
  const at = before === null ? rest.length : rest.findIndex((task) => task.id === before);
  return rest.toSpliced(at, 0, { ...card, status: column as SampleTask["status"] });
}

export default function BoardPage(): ReactElement {
  const t = useMessages(galleryTexts);
  const [tasks, setTasks] = useState(() => sampleTasks(COUNT));
  const columns = (Object.keys(statusLooks) as SampleTask["status"][]).map((key) => ({
    key,
    title: t.status[key],
    mark: <StatusRing {...statusLooks[key]} label={t.status[key]} named={false} />,
    ...(key === "doing" ? { limit: 10 } : {}),
  }));
  return (
    <>
      <PageHeader title={t.views.board} />
      <Board
        label={t.views.board}
        columns={columns}
        cards={tasks}
        keyOf={keyOf}
        columnOf={columnOf}
        nameOf={nameOf}
        heightOf={heightOf}
        render={(task) => <Card task={task} />}
        onMove={(move) => setTasks((before) => moved(before, move))}
        onOpen={() => undefined}
      />
    </>
  );
}
