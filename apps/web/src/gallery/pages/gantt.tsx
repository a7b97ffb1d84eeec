import { useMessages } from "@yutu/i18n";
import {
  type DayKindOf,
  dayNumber,
  dayText,
  Gantt,
  type GanttChange,
  type GanttLink,
  type GanttTask,
  PageHeader,
  plainWeek,
} from "@yutu/ui";
import { type ReactElement, useState } from "react";
import { galleryTexts } from "../sample.ts";
import { channels } from "../sample-tasks.ts";

const COUNT = Number(new URLSearchParams(location.search).get("rows") ?? 200);
const HOLIDAYS = new Set([
  "2026-10-01",
  "2026-10-02",
  "2026-10-03",
  "2026-10-04",
  "2026-10-05",
  "2026-10-06",
  "2026-10-07",
  "2026-09-25",
]);
const MAKEUP = new Set(["2026-09-20", "2026-10-10"]);
const dayKind: DayKindOf = (date) => (HOLIDAYS.has(date) ? "holiday" : MAKEUP.has(date) ? "makeup" : plainWeek(date));
const work = [
  "达人寄样",
  "投放计划",
  "落地页测试",
  "短信文案",
  "社群裂变海报",
  "资源位提报",
  "复盘报告",
  "主视觉定稿",
  "短视频拍摄",
  "直播脚本评审",
];

function samplePlan(count: number): { tasks: GanttTask[]; links: GanttLink[] } {
  const tasks: GanttTask[] = [];
  const links: GanttLink[] = [];
  let parent = "";
  let day = dayNumber("2026-08-10");
  for (let index = 0; index < count; index += 1) {
    const id = `t${index}`;
    const channel = channels[index % channels.length]?.name ?? "";
    if (index % 20 === 0) {
      parent = id;
      day = dayNumber("2026-08-10") + (((index / 20) * 13) % 500);
      tasks.push({
        id,
        parentId: null,
        name: `${channel} 阶段 ${index / 20 + 1}`,
        start: dayText(day),
        finish: dayText(day + 46),
        progress: 0,
      });
      continue;
    }
    const critical = index % 20 > 5 && index % 20 < 15;
    const length = 2 + ((index * 7) % 8);
    const milestone = index % 20 === 19;
    tasks.push({
      id,
      parentId: parent,
      name: milestone ? `里程碑 ${index}` : `${channel}・${work[index % work.length] ?? ""} #${index}`,
      start: dayText(day),
      finish: dayText(milestone ? day : day + length),
      progress: ((index * 37) % 100) / 100,
      critical,
      milestone,
      baseline: { start: dayText(day - 1), finish: dayText(day + length - 2) },
    });
    if (index % 20 > 1 && index % 3 !== 0)
      links.push({ id: `l${index}`, from: `t${index - 1}`, to: id, type: "FS", lagDays: 0 });
    day += 1 + ((index * 5) % 3);
  }
  return { tasks, links };
}

export default function GanttPage(): ReactElement {
  const t = useMessages(galleryTexts);
  const [{ tasks, links }, setPlan] = useState(() => samplePlan(COUNT));
  const change = ({ id, start, finish }: GanttChange): void =>
    setPlan((before) => ({
      ...before,
      tasks: before.tasks.map((task) => (task.id === id ? { ...task, start, finish } : task)),
    }));
  return (
    <>
      <PageHeader title={t.views.gantt} />
      <Gantt
        label={t.views.gantt}
        tasks={tasks}
        links={links}
        today="2026-08-19"
        dayKind={dayKind}
        onChange={change}
        preview={(made) => links.filter((link) => link.from === made.id).map((link) => ({ ...made, id: link.to }))}
        onLink={(link) =>
          setPlan((before) => ({
            ...before,
            links: [...before.links, { ...link, id: `n${before.links.length}`, lagDays: 0 }],
          }))
        }
        onUnlink={(id) => setPlan((before) => ({ ...before, links: before.links.filter((link) => link.id !== id) }))}
        onOpen={() => undefined}
      />
    </>
  );
}
