import { defineMessages } from "@yutu/i18n";

export const calendarTexts = defineMessages({
  zh: {
    lanes: "泳道",
    holiday: "休",
    makeup: "班",
    today: "今天",
    clash: "时间冲突",
    tentative: "待确认",
    more: (p: { count: number }) => `还有 ${p.count} 项`,
    item: (p: { name: string; range: string; lane: string }) => `${p.lane}：${p.name}，${p.range}`,
    count: (p: { date: string; count: number }) => `${p.date}，${p.count} 项`,
    help: "方向键选择，Alt 加左右键移动一天，Enter 打开",
  },
  en: {
    lanes: "Lanes",
    holiday: "off",
    makeup: "on",
    today: "Today",
    clash: "clash",
    tentative: "tentative",
    more: (p) => `${p.count} more`,
    item: (p) => `${p.lane}: ${p.name}, ${p.range}`,
    count: (p) => `${p.date}, ${p.count} items`,
    help: "Arrows choose, Alt with left or right moves by a day, Enter opens",
  },
});
