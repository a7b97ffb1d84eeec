import type { ProblemBody } from "@yutu/contract";
import { defineMessages } from "@yutu/i18n";

/** Words that every page of figures shares. */
export const figureTexts = defineMessages({
  zh: {
    ranges: {
      project: "项目周期",
      week: "近 7 天",
      month: "近 30 天",
      quarter: "近 90 天",
      all: "全部",
      custom: "自定义",
    },
    period: "日期",
    compare: "对比",
    compares: { before: "上一周期", year: "去年同期" },
    channel: "渠道",
    source: "数据源",
    project: "项目",
    comparedTo: (p: { change: string }) => `较对比期 ${p.change}`,
    noChange: "较对比期持平",
    noBefore: "对比期无数据",
    facts: { order_lines: "订单", ad_facts: "投放", events: "行为" },
    from: (p: { sources: string }) => `来源：${p.sources}`,
    window: (p: { range: string }) => `窗口：${p.range}`,
    computed: (p: { time: string }) => `计算于 ${p.time}`,
    arrived: (p: { time: string }) => `数据更新于 ${p.time}`,
    noSource: "窗口内没有数据",
    rows: (p: { count: string }) => `${p.count} 行`,
    warnings: {
      without_rate: (p: { rows: string; currency: string }) => `${p.rows} 行 ${p.currency} 金额没有汇率，未计入`,
      provisional: (p: { date: string }) => `${p.date} 起的数字还会变化`,
      data_ends: (p: { fact: string; date: string }) => `${p.fact}数据只到 ${p.date}`,
      no_data: (p: { fact: string }) => `窗口内没有${p.fact}数据`,
    },
    withheld: (p: { names: string }) => `${p.names} 涉及费用，你的角色看不到`,
    unassigned: "未归属",
    nothing: "还没有数据。导入订单或投放数据后，这里会出现指标、趋势和渠道表现。",
    import: "导入数据",
    sample: "先看样例数据",
    quiet: "这段时间没有数据",
    showAll: "看全部时间",
    open: (p: { name: string; value: string }) => `${p.name} ${p.value}，查看明细`,
    definition: "口径",
    total: "合计",
    export: "导出 CSV",
    more: (p: { count: number }) => `还有 ${p.count} 组未显示`,
  },
  en: {
    ranges: {
      project: "Project",
      week: "7 days",
      month: "30 days",
      quarter: "90 days",
      all: "All time",
      custom: "Custom",
    },
    period: "Dates",
    compare: "Compare",
    compares: { before: "Period before", year: "Year before" },
    channel: "Channel",
    source: "Source",
    project: "Project",
    comparedTo: (p) => `${p.change} on the compared period`,
    noChange: "As in the compared period",
    noBefore: "Nothing in the compared period",
    facts: { order_lines: "orders", ad_facts: "ads", events: "behaviour" },
    from: (p) => `Source: ${p.sources}`,
    window: (p) => `Window: ${p.range}`,
    computed: (p) => `Computed ${p.time}`,
    arrived: (p) => `Data of ${p.time}`,
    noSource: "no data in this window",
    rows: (p) => `${p.count} rows`,
    warnings: {
      without_rate: (p) => `${p.rows} rows in ${p.currency} have no exchange rate and do not count`,
      provisional: (p) => `Figures from ${p.date} on may still change`,
      data_ends: (p) => `The ${p.fact} data end on ${p.date}`,
      no_data: (p) => `There are no ${p.fact} data in this window`,
    },
    withheld: (p) => `${p.names} tell what media cost, which your role does not see`,
    unassigned: "Unassigned",
    nothing: "No data yet. Once orders or ad costs are imported, metrics, trends and channels appear here.",
    import: "Import data",
    sample: "Try the sample first",
    quiet: "Nothing in this period",
    showAll: "Show all time",
    open: (p) => `${p.name} ${p.value}, show the rows`,
    definition: "Definition",
    total: "Total",
    export: "Export CSV",
    more: (p) => `${p.count} more groups are not shown`,
  },
});

/** Sentences for what the module refuses. */
export const insightProblemTexts = defineMessages({
  zh: {
    "insights/unknown-metric": (p: ProblemBody) => `指标目录里没有“${String(p.params?.["metricId"] ?? "")}”。`,
    "insights/unsplittable": () => "这个指标不能这样拆分或筛选：它的一部分数据没有记录该维度。换一个维度试试。",
    "insights/bad-window": () => "结束日期早于开始日期，或时间跨度太长。",
    "insights/bad-tile": (p: ProblemBody) =>
      `第 ${String(p.params?.["tile"] ?? "")} 个图表画不出来：指标不存在，或不能按所选维度拆分。`,
  },
  en: {
    "insights/unknown-metric": (p: ProblemBody) =>
      `The catalogue has no metric "${String(p.params?.["metricId"] ?? "")}".`,
    "insights/unsplittable": () =>
      "The metric cannot be split or filtered so: part of its data do not record that dimension. Try another one.",
    "insights/bad-window": () => "The window ends before it begins, or is too long.",
    "insights/bad-tile": (p: ProblemBody) =>
      `Tile ${String(p.params?.["tile"] ?? "")} cannot be drawn: the metric does not exist or cannot be split in this way.`,
  },
});
