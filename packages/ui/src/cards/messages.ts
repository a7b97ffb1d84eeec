import { defineMessages } from "@yutu/i18n";

export const cardTexts = defineMessages({
  zh: { more: "更多" },
  en: { more: "More" },
});
