import { defineMessages } from "@yutu/i18n";

export const overlayTexts = defineMessages({
  zh: { close: "关闭", open: "打开", next: "下一条", previous: "上一条", panel: "详情" },
  en: { close: "Close", open: "Open", next: "Next row", previous: "Previous row", panel: "Details" },
});
