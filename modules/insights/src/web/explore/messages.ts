import { defineMessages } from "@yutu/i18n";

export const exploreTexts = defineMessages({
  zh: {
    title: "探索",
    metrics: "指标",
    split: "拆分",
    draw: "图形",
    draws: { auto: "自动", line: "趋势线", bar: "条形图", none: "只看表格" },
    pick: "选择指标",
    choose: "选一个或几个指标开始。",
    project: "项目",
    allProjects: "全部项目",
  },
  en: {
    title: "Explore",
    metrics: "Metrics",
    split: "Split by",
    draw: "Chart",
    draws: { auto: "Automatic", line: "Trend", bar: "Bars", none: "Table only" },
    pick: "Choose metrics",
    choose: "Choose one or several metrics to begin.",
    project: "Project",
    allProjects: "All projects",
  },
});
