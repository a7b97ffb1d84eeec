import { defineMessages } from "@yutu/i18n";

/** Words of the board. */
export const boardTexts = defineMessages({
  zh: {
    board: "看板",
    lane: "泳道",
    lanes: { none: "不分泳道", phase: "按阶段", assignee: "按负责人", channel: "按渠道", priority: "按优先级" },
    limit: "在制上限",
    limitOf: (p: { column: string }) => `「${p.column}」的在制上限`,
    limitHint: "超过上限时列头变红；留空表示不限。",
    addIn: (p: { column: string }) => `在「${p.column}」新建任务`,
    columnMenu: (p: { column: string }) => `「${p.column}」的设置`,
    moved: (p: { title: string; column: string }) => `「${p.title}」移到${p.column}`,
    empty: "还没有任务",
  },
  en: {
    board: "Board",
    lane: "Lanes",
    lanes: {
      none: "No lanes",
      phase: "By phase",
      assignee: "By assignee",
      channel: "By channel",
      priority: "By priority",
    },
    limit: "Work in progress limit",
    limitOf: (p) => `Limit of “${p.column}”`,
    limitHint: "The head turns red above the limit; empty means no limit.",
    addIn: (p) => `New task in “${p.column}”`,
    columnMenu: (p) => `Settings of “${p.column}”`,
    moved: (p) => `“${p.title}” moved to ${p.column}`,
    empty: "No tasks yet",
  },
});
