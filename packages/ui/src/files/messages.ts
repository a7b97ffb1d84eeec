import { defineMessages } from "@yutu/i18n";

export const fileTexts = defineMessages({
  zh: {
    drop: "把文件拖到这里，或",
    choose: "选择文件",
    limit: (p: { size: string }) => `单个文件不超过 ${p.size}`,
    tooLarge: (p: { size: string }) => `超过 ${p.size}，没有上传`,
    wrongType: "不接受这种文件",
    cancel: (p: { name: string }) => `取消上传 ${p.name}`,
    retry: "重试",
    remove: (p: { name: string }) => `从列表去掉 ${p.name}`,
    done: "已上传",
    cancelled: "已取消",
    progress: (p: { name: string }) => `${p.name} 的上传进度`,
    files: "上传的文件",
  },
  en: {
    drop: "Drop files here, or",
    choose: "Choose files",
    limit: (p) => `Up to ${p.size} each`,
    tooLarge: (p) => `Larger than ${p.size}, not uploaded`,
    wrongType: "This kind of file is not accepted",
    cancel: (p) => `Cancel the upload of ${p.name}`,
    retry: "Try again",
    remove: (p) => `Take ${p.name} off the list`,
    done: "Uploaded",
    cancelled: "Cancelled",
    progress: (p) => `Upload progress of ${p.name}`,
    files: "Uploaded files",
  },
});
