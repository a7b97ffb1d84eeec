import { defineMessages } from "@yutu/i18n";

export const boardTexts = defineMessages({
  zh: {
    count: (p: { count: number }) => `${p.count} 张`,
    limited: (p: { count: number; limit: number }) => `${p.count} 张，上限 ${p.limit}`,
    over: (p: { count: number; limit: number }) => `${p.count} 张，超过上限 ${p.limit}`,
    hint: "Enter 打开，M 移动",
    moving: (p: { name: string; column: string; place: number }) =>
      `正在移动“${p.name}”：${p.column}，第 ${p.place} 位。方向键移动，Enter 放下，Esc 取消`,
    moved: (p: { name: string; column: string }) => `“${p.name}”已移到${p.column}`,
    cancelled: "已取消移动",
    move: "移动卡片",
    empty: "没有卡片",
    open: "展开",
    close: "收起",
  },
  en: {
    count: (p) => `${p.count} cards`,
    limited: (p) => `${p.count} cards, limit ${p.limit}`,
    over: (p) => `${p.count} cards, over the limit of ${p.limit}`,
    hint: "Enter opens, M moves",
    moving: (p) => `Moving ${p.name}: ${p.column}, place ${p.place}. Arrows move, Enter drops, Escape cancels`,
    moved: (p) => `${p.name} moved to ${p.column}`,
    cancelled: "Move cancelled",
    move: "Move card",
    empty: "No cards",
    open: "Open",
    close: "Close",
  },
});
