import { defineMessages } from "@yutu/i18n";

export const markdownTexts = defineMessages({
  zh: {
    write: "编辑",
    preview: "预览",
    tools: "格式",
    heading: "标题",
    bold: "粗体",
    list: "列表",
    numbered: "编号列表",
    link: "链接",
    quote: "引用",
  },
  en: {
    write: "Write",
    preview: "Preview",
    tools: "Format",
    heading: "Heading",
    bold: "Bold",
    list: "List",
    numbered: "Numbered list",
    link: "Link",
    quote: "Quote",
  },
});
