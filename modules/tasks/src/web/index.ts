import { CalendarOutlined, CheckSquareOutlined, HomeOutlined } from "@ant-design/icons";
import { defineWebModule, PlusIcon } from "@yutu/ui";
import { taskProblemTexts } from "./problem-messages.ts";
import { searchTasks } from "./search.ts";

export const tasksWeb = defineWebModule({
  name: "tasks",
  routes: [
    {
      path: "/home",
      load: () => import("./day/page.tsx"),
      access: "tasks.view",
      title: { zh: "工作台", en: "My day" },
    },
    {
      path: "/tasks",
      load: () => import("./list/all-page.tsx"),
      access: "tasks.view",
      title: { zh: "任务", en: "Tasks" },
    },
    { path: "/tasks/$taskId", load: () => import("./detail/page.tsx"), access: "tasks.view" },
    {
      path: "/calendar",
      load: () => import("./calendar/page.tsx"),
      access: "tasks.view",
      title: { zh: "营销日历", en: "Campaign calendar" },
    },
    {
      path: "/projects/$projectId/tasks",
      load: () => import("./list/project-page.tsx"),
      layout: "project",
      access: "tasks.view",
    },
    {
      path: "/projects/$projectId/board",
      load: () => import("./board/page.tsx"),
      layout: "project",
      access: "tasks.view",
    },
    {
      path: "/projects/$projectId/gantt",
      load: () => import("./gantt/page.tsx"),
      layout: "project",
      access: "tasks.view",
    },
    {
      path: "/projects/$projectId/calendar",
      load: () => import("./calendar/project-page.tsx"),
      layout: "project",
      access: "tasks.view",
    },
  ],
  tabs: [
    {
      group: "project",
      path: "/projects/$projectId/tasks",
      label: { zh: "列表", en: "List" },
      order: 20,
      permission: "tasks.view",
    },
    {
      group: "project",
      path: "/projects/$projectId/board",
      label: { zh: "看板", en: "Board" },
      order: 30,
      permission: "tasks.view",
    },
    {
      group: "project",
      path: "/projects/$projectId/gantt",
      label: { zh: "甘特图", en: "Gantt" },
      order: 40,
      permission: "tasks.view",
    },
    {
      group: "project",
      path: "/projects/$projectId/calendar",
      label: { zh: "日历", en: "Calendar" },
      order: 45,
      permission: "tasks.view",
    },
  ],
  navigation: [
    {
      path: "/home",
      label: { zh: "工作台", en: "My day" },
      icon: HomeOutlined,
      order: 10,
      phoneOrder: 1,
      permission: "tasks.view",
      goKey: "h",
    },
    {
      path: "/tasks",
      label: { zh: "任务", en: "Tasks" },
      icon: CheckSquareOutlined,
      order: 35,
      phoneOrder: 2,
      permission: "tasks.view",
      goKey: "t",
    },
    {
      path: "/calendar",
      label: { zh: "营销日历", en: "Calendar" },
      phoneLabel: { zh: "日历", en: "Calendar" },
      icon: CalendarOutlined,
      order: 40,
      phoneOrder: 3,
      permission: "tasks.view",
      goKey: "c",
    },
  ],
  commands: [
    {
      key: "tasks.create",
      label: { zh: "新建任务", en: "New task" },
      words: ["xjrw", "add"],
      permission: "tasks.edit",
      icon: PlusIcon,
      creates: true,
      keys: "C",
      run: ({ go }) => go("/tasks?create=true"),
    },
  ],
  searches: [{ key: "tasks", label: { zh: "任务", en: "Tasks" }, search: searchTasks }],
  problems: taskProblemTexts,
  records: () => import("./record-messages.ts").then(({ taskRecords }) => taskRecords),
});
