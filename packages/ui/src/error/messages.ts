import { defineMessages } from "@yutu/i18n";

export const errorTexts = defineMessages({
  zh: {
    brokenTitle: "这一部分出错了",
    broken: "其他部分不受影响。可以重试；如果还是这样，请刷新页面。",
    oldTitle: "有新版本",
    old: "页面已更新，刷新后继续。",
    retry: "重试",
    reload: "刷新页面",
  },
  en: {
    brokenTitle: "This part failed",
    broken: "Nothing else is affected. Try again; if it stays like this, reload the page.",
    oldTitle: "There is a new version",
    old: "The product has been updated. Reload to go on.",
    retry: "Try again",
    reload: "Reload",
  },
});
