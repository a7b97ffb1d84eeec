import { defineMessages } from "@yutu/i18n";

export const unsavedTexts = defineMessages({
  zh: {
    title: "离开并放弃修改？",
    text: "这里有修改还没有保存，离开后无法找回。",
    leave: "放弃修改并离开",
  },
  en: {
    title: "Leave without saving?",
    text: "There are changes here that were not saved. They are lost when you leave.",
    leave: "Discard and leave",
  },
});
