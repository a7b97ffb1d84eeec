import { defineMessages } from "@yutu/i18n";

export const formTexts = defineMessages({
  zh: { show: "显示密码", hide: "隐藏密码" },
  en: { show: "Show the password", hide: "Hide the password" },
});
