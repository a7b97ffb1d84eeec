import { defineMessages } from "@yutu/i18n";

export const chartTexts = defineMessages({
  zh: { table: "看数据表", chart: "看图", empty: "这段时间没有数据" },
  en: { table: "Show the data", chart: "Show the chart", empty: "There is no data for this time" },
});
