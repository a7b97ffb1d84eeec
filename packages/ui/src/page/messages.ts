import { defineMessages } from "@yutu/i18n";

export const pageTexts = defineMessages({
  zh: {
    product: "域图",
    menu: "菜单",
    views: "视图",
    more: "更多操作",
    loading: "正在加载",
    noMatch: "没有匹配项",
    clear: "清除筛选",
    shortcuts: "快捷键",
    general: "通用",
  },
  en: {
    product: "Yutu",
    menu: "Menu",
    views: "Views",
    more: "More actions",
    loading: "Loading",
    noMatch: "No matches",
    clear: "Clear filters",
    shortcuts: "Keyboard shortcuts",
    general: "General",
  },
});
