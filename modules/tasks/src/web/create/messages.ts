import { defineMessages } from "@yutu/i18n";

/** Words of writing a new task. */
export const createTexts = defineMessages({
  zh: {
    title: "新建任务",
    name: "要做什么？",
    project: "项目",
    chooseProject: "选择项目",
    create: "创建",
    another: "创建并继续",
    created: (p: { code: string }) => `已创建 ${p.code}`,
    open: "打开",
    required: "请填写标题",
    projectRequired: "请选择项目",
  },
  en: {
    title: "New task",
    name: "What is to be done?",
    project: "Project",
    chooseProject: "Choose a project",
    create: "Create",
    another: "Create and go on",
    created: (p) => `${p.code} created`,
    open: "Open",
    required: "Give it a title",
    projectRequired: "Choose a project",
  },
});
