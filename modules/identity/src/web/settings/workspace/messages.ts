import { defineMessages } from "@yutu/i18n";

/** Words of the workspace page. */
export const workspaceTexts = defineMessages({
  zh: {
    title: "企业信息",
    hint: "币种用于新项目；时区决定日期、逾期和报表按哪里的“今天”计算。",
    name: "企业名称",
    currency: "默认币种",
    timeZone: "时区",
    demo: "这是演示企业，数据可以随意修改。",
  },
  en: {
    title: "Workspace",
    hint: "New projects use the currency; the time zone decides where today begins for due dates and reports.",
    name: "Name",
    currency: "Default currency",
    timeZone: "Time zone",
    demo: "This is the demo workspace; change what you like.",
  },
});
