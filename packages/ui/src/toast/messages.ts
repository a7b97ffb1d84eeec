import { defineMessages } from "@yutu/i18n";

export const toastTexts = defineMessages({
  zh: { region: "通知", undo: "撤销", close: "关闭" },
  en: { region: "Notices", undo: "Undo", close: "Close" },
});
