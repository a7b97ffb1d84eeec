import { defineMessages } from "@yutu/i18n";

export const memberTexts = defineMessages({
  zh: { here: (p: { name: string }) => `${p.name} · 正在查看` },
  en: { here: (p) => `${p.name} · here now` },
});
