import { defineMessages } from "@yutu/i18n";

export const commentTexts = defineMessages({
  zh: {
    write: "写评论",
    placeholder: "写评论，@ 提到同事…",
    send: "发送",
    save: "保存",
    cancel: "取消",
    hint: "Enter 发送，Shift+Enter 换行",
    people: "提到的人",
    edited: "已编辑",
    actions: (p: { name: string }) => `${p.name}的评论的操作`,
    empty: "还没有评论，写下第一条",
    comments: "评论",
  },
  en: {
    write: "Write a comment",
    placeholder: "Write a comment, @ mentions a colleague…",
    send: "Send",
    save: "Save",
    cancel: "Cancel",
    hint: "Enter sends, Shift+Enter breaks the line",
    people: "People to mention",
    edited: "edited",
    actions: (p) => `Actions on the comment of ${p.name}`,
    empty: "No comments yet. Write the first one",
    comments: "Comments",
  },
});
