import { defineMessages } from "@yutu/i18n";
import type { SidebarListItem, StatusTone } from "@yutu/ui";

export const galleryTexts = defineMessages({
  zh: {
    favourites: "收藏的项目",
    parts: "组件",
    calendar: { month: "月", lanes: "泳道", note: "旗舰店 · 2 人" },
    primary: "新建任务",
    sample: { title: "2026 618 大促", context: "全渠道 · 6月1日 – 6月18日 · 距爆发期 9 天", archive: "归档" },
    views: {
      list: "列表",
      board: "看板",
      gantt: "甘特图",
      calendar: "日历",
      budget: "预算",
      assets: "素材",
      data: "数据",
    },
    status: { todo: "未开始", doing: "进行中", review: "待审核", late: "已逾期", done: "已完成" },
    list: {
      task: "任务",
      status: "状态",
      channel: "渠道",
      person: "负责人",
      dates: "起止",
      budget: "预算 / 已用",
      byPhase: "按阶段",
      byChannel: "按渠道",
      byPerson: "按负责人",
      saveView: "保存视图",
    },
    kpi: {
      label: "关键数字",
      budget: "预算",
      spent: "已消耗",
      roi: "投产比 ROI",
      done: "任务完成",
      late: "逾期",
      versus: (p: { change: string }) => `较上次大促 ${p.change}`,
      pace: (p: { share: string }) => `${p.share} · 节奏正常`,
      yesterday: (p: { change: string }) => `较昨日 ${p.change}`,
    },
  },
  en: {
    favourites: "Favourite projects",
    parts: "Parts",
    calendar: { month: "Month", lanes: "Lanes", note: "Flagship shop, 2 people" },
    primary: "New task",
    sample: {
      title: "618 Festival 2026",
      context: "All channels · Jun 1 – Jun 18 · 9 days to the peak",
      archive: "Archive",
    },
    views: {
      list: "List",
      board: "Board",
      gantt: "Gantt",
      calendar: "Calendar",
      budget: "Budget",
      assets: "Assets",
      data: "Data",
    },
    status: { todo: "Not started", doing: "In progress", review: "In review", late: "Overdue", done: "Done" },
    list: {
      task: "Task",
      status: "Status",
      channel: "Channel",
      person: "Assignee",
      dates: "Dates",
      budget: "Budget / spent",
      byPhase: "By phase",
      byChannel: "By channel",
      byPerson: "By assignee",
      saveView: "Save view",
    },
    kpi: {
      label: "Key figures",
      budget: "Budget",
      spent: "Spent",
      roi: "Return on spend",
      done: "Tasks done",
      late: "Overdue",
      versus: (p) => `${p.change} on the last festival`,
      pace: (p) => `${p.share} · on pace`,
      yesterday: (p) => `${p.change} on yesterday`,
    },
  },
});

export const statusLooks = {
  todo: { stage: 0, tone: "neutral" },
  doing: { stage: 0.5, tone: "active" },
  review: { stage: 0.75, tone: "review" },
  late: { stage: 0.5, tone: "alarm" },
  done: { stage: 1, tone: "done" },
} as const satisfies Record<string, { stage: number; tone: StatusTone }>;

export const favouriteProjects: readonly SidebarListItem[] = [
  { key: "p1", label: "2026 618 大促", to: "/gallery/list", colour: "#E8590C" },
  { key: "p2", label: "小红书 Q3 种草", to: "/gallery/p2", colour: "#D21F4B" },
  { key: "p3", label: "会员日常运营", to: "/gallery/p3", colour: "#1A8F4E" },
  { key: "p4", label: "秋冬新品上市", to: "/gallery/p4", colour: "#3B4FD8" },
];
