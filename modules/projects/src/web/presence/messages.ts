import { defineMessages } from "@yutu/i18n";

export const presenceTexts = defineMessages({
  zh: {
    looking: (p: { count: number }) => (p.count === 1 ? "也在看" : `${p.count} 人也在看`),
    writing: (p: { names: readonly string[] }) => `${p.names.join("、")} 正在输入…`,
  },
  en: {
    looking: (p) => (p.count === 1 ? "here too" : `${p.count} people here too`),
    writing: (p) => `${p.names.join(", ")} ${p.names.length === 1 ? "is" : "are"} typing…`,
  },
});
