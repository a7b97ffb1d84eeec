import { defineMessages } from "@yutu/i18n";

/** Words that the pages of the settings share. */
export const settingsTexts = defineMessages({
  zh: {
    title: "设置",
    save: "保存",
    saved: "已保存",
    cancel: "取消",
    copy: "复制",
    copied: "已复制",
    once: "只显示这一次，请现在复制并妥善保存。",
    done: "完成",
    required: "必填",
    none: "无",
  },
  en: {
    title: "Settings",
    save: "Save",
    saved: "Saved",
    cancel: "Cancel",
    copy: "Copy",
    copied: "Copied",
    once: "Shown only this once: copy it now and keep it safe.",
    done: "Done",
    required: "Required",
    none: "None",
  },
});
