import { defineMessages } from "@yutu/i18n";

export const gridTexts = defineMessages({
  zh: {
    selectAll: "全选",
    selectRow: "选择这一行",
    open: "展开",
    close: "收起",
    refused: (p: { count: number }) => `${p.count} 格没有改：内容不合适或不能修改`,
    resize: (p: { column: string }) => `调整“${p.column}”的列宽`,
    sort: (p: { column: string }) => `按“${p.column}”排序`,
    edit: (p: { column: string }) => `修改“${p.column}”`,
    nothing: "没有匹配项",
    none: "—",
  },
  en: {
    selectAll: "Select all",
    selectRow: "Select this row",
    open: "Expand",
    close: "Collapse",
    refused: (p) => `${p.count} cells were left as they are: the text does not fit or they cannot be changed`,
    resize: (p) => `Resize ${p.column}`,
    sort: (p) => `Sort by ${p.column}`,
    edit: (p) => `Edit ${p.column}`,
    nothing: "Nothing matches",
    none: "—",
  },
});
