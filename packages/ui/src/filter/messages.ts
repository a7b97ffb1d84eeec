import { defineMessages } from "@yutu/i18n";

export const filterTexts = defineMessages({
  zh: {
    filters: "筛选",
    search: "查找选项",
    nothing: "没有这个选项",
    remove: (p: { label: string }) => `去掉筛选：${p.label}`,
    more: (p: { first: string; count: number }) => `${p.first} 等 ${p.count} 项`,
    from: "从",
    to: "到",
    since: (p: { date: string }) => `${p.date} 起`,
    until: (p: { date: string }) => `到 ${p.date}`,
    clearAll: "全部清除",
    apply: "完成",
  },
  en: {
    filters: "Filters",
    search: "Find an option",
    nothing: "No such option",
    remove: (p) => `Remove filter: ${p.label}`,
    more: (p) => `${p.first} +${p.count - 1}`,
    from: "From",
    to: "To",
    since: (p) => `from ${p.date}`,
    until: (p) => `until ${p.date}`,
    clearAll: "Clear all",
    apply: "Done",
  },
});
