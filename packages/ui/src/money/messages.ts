import { defineMessages } from "@yutu/i18n";

export const moneyTexts = defineMessages({
  zh: { spent: (p: { spent: string; share: string }) => `已用 ${p.spent}（${p.share}）` },
  en: { spent: (p) => `${p.spent} spent (${p.share})` },
});
