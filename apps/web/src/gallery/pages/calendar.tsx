import { useMessages } from "@yutu/i18n";
import { type CalendarItem, CalendarSwimlanes, ChannelBadge, MonthGrid, PageHeader, PlusIcon } from "@yutu/ui";
import { Button, Segmented } from "antd";
import { type ReactElement, useState } from "react";
import { galleryTexts } from "../sample.ts";
import { channels } from "../sample-tasks.ts";

const sample = [
  ["tmall", "预售付定金", "2026-05-24", "2026-05-31", "¥20万"],
  ["tmall", "尾款爆发", "2026-06-01", "2026-06-03", "¥35万"],
  ["tmall", "详情页 A/B", "2026-05-29", "2026-06-05", ""],
  ["tmall", "品类日 · 直通车加码", "2026-06-09", "2026-06-13", "¥12万"],
  ["tmall", "618 主会场", "2026-06-15", "2026-06-18", "¥50万"],
  ["douyin", "达播混剪投流", "2026-05-25", "2026-06-02", "¥18万"],
  ["douyin", "总裁直播首秀", "2026-06-05", "2026-06-06", ""],
  ["douyin", "福袋拉新", "2026-06-10", "2026-06-17", ""],
  ["xiaohongshu", "种草笔记首批 40 篇", "2026-05-23", "2026-05-30", "¥6.5万"],
  ["xiaohongshu", "第二批 60 篇 + 聚光", "2026-06-01", "2026-06-11", "¥12万"],
  ["xiaohongshu", "买手直播", "2026-06-14", "2026-06-15", ""],
  ["wechat", "社群裂变", "2026-05-27", "2026-05-31", ""],
  ["wechat", "企微 1v1 尾款提醒", "2026-05-31", "2026-06-03", ""],
  ["wechat", "会员日", "2026-06-07", "2026-06-07", ""],
  ["jd", "秒杀提报", "2026-05-28", "2026-06-01", ""],
  ["jd", "超级品牌日", "2026-06-12", "2026-06-13", ""],
  ["bilibili", "联名视频二审", "2026-05-30", "2026-06-04", "¥15万"],
  ["bilibili", "上线 + 起飞投放", "2026-06-08", "2026-06-16", ""],
  ["offline", "快闪店（上海）", "2026-06-02", "2026-06-09", "¥6.8万"],
  ["offline", "快闪店（杭州）", "2026-06-11", "2026-06-17", "¥6.8万"],
] as const;

const initial: CalendarItem[] = sample.map(([lane, name, start, finish, note], index) => ({
  id: `i${index}`,
  lane,
  name,
  start,
  finish,
  colour: channels.find((each) => each.code === lane)?.colour ?? "",
  ...(note === "" ? {} : { note }),
  tentative: index === 2 || index === 7 || index === 16,
  clash: index === 4,
}));

export default function CalendarPage(): ReactElement {
  const t = useMessages(galleryTexts);
  const [items, setItems] = useState(initial);
  const [view, setView] = useState("lanes");
  return (
    <>
      <PageHeader
        title={t.views.calendar}
        action={
          <>
            <Segmented
              value={view}
              onChange={setView}
              options={[
                { value: "month", label: t.calendar.month },
                { value: "lanes", label: t.calendar.lanes },
              ]}
            />
            <Button type="primary" icon={<PlusIcon />}>
              {t.primary}
            </Button>
          </>
        }
      />
      {view === "lanes" ? (
        <CalendarSwimlanes
          label={t.views.calendar}
          lanes={channels.map((each) => ({
            key: each.code,
            title: each.name,
            head: <ChannelBadge {...each} />,
            note: t.calendar.note,
          }))}
          items={items}
          from="2026-05-23"
          to="2026-06-19"
          today="2026-06-02"
          onMove={(move) =>
            setItems((before) => before.map((item) => (item.id === move.id ? { ...item, ...move } : item)))
          }
          onOpen={() => undefined}
        />
      ) : (
        <MonthGrid
          label={t.views.calendar}
          month="2026-06-01"
          today="2026-06-02"
          items={items}
          dayName={(date) => (date === "2026-06-18" ? "618" : undefined)}
          dayKind={(date) =>
            date === "2026-06-19" ? "holiday" : [0, 6].includes(new Date(date).getUTCDay()) ? "weekend" : "work"
          }
          onOpen={() => undefined}
          onDay={() => undefined}
        />
      )}
    </>
  );
}
