import { defineMessages } from "@yutu/i18n";

export const confirmTexts = defineMessages({
  zh: { cancel: "取消", before: "现在", after: "改为", item: "内容", none: "无", changes: "会发生的变化" },
  en: { cancel: "Cancel", before: "Now", after: "Then", item: "What", none: "none", changes: "What will change" },
});
