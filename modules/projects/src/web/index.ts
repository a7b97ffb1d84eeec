import { ProjectOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { projectProblemTexts } from "./messages.ts";
import { searchProjects } from "./search.ts";

export { MemberSelect, MembersSelect } from "./form/member-select.tsx";
export { type MemberChoice, useMembers } from "./form/use-members.ts";
export { ProjectAction } from "./frame/project-action.tsx";
export { type Project, useProject } from "./frame/project-context.ts";
export { ChannelTag } from "./look/channel-tag.tsx";
export { chinaDayKind } from "./look/china-day-kind.ts";
export { ProjectStatusRing } from "./look/project-status.tsx";
export { useLocalText } from "./look/use-local-text.ts";
export { useToday } from "./look/use-today.ts";
export { PresentPeople } from "./presence/present-people.tsx";
export { useAnnounce, usePresence } from "./presence/use-presence.ts";

export const projectsWeb = defineWebModule({
  name: "projects",
  layouts: { project: () => import("./frame/project-frame.tsx") },
  routes: [
    {
      path: "/projects",
      load: () => import("./list/page.tsx"),
      access: "projects.view",
      title: { zh: "项目", en: "Projects" },
    },
    {
      path: "/projects/new",
      load: () => import("./wizard/page.tsx"),
      access: "projects.create",
      title: { zh: "新建项目", en: "New project" },
    },
    {
      path: "/settings/templates",
      load: () => import("./templates/page.tsx"),
      layout: "settings",
      access: "templates.manage",
      title: { zh: "项目模板", en: "Project types" },
    },
    {
      path: "/projects/$projectId",
      load: () => import("./overview/page.tsx"),
      layout: "project",
      access: "projects.view",
    },
  ],
  tabs: [
    { group: "project", path: "/projects/$projectId", label: { zh: "概览", en: "Overview" }, order: 10 },
    {
      group: "settings",
      path: "/settings/templates",
      label: { zh: "项目模板", en: "Project types" },
      order: 33,
      permission: "templates.manage",
    },
  ],
  navigation: [
    {
      path: "/projects",
      label: { zh: "项目", en: "Projects" },
      icon: ProjectOutlined,
      order: 30,
      permission: "projects.view",
      goKey: "p",
    },
  ],
  commands: [
    {
      key: "new-project",
      label: { zh: "新建项目", en: "New project" },
      words: ["xjxm", "lixiang", "project"],
      permission: "projects.create",
      creates: true,
      run: ({ go }) => go("/projects/new"),
    },
  ],
  sidebar: [{ key: "favourite-projects", order: 10, load: () => import("./favourites.tsx") }],
  searches: [{ key: "projects", label: { zh: "项目", en: "Projects" }, search: searchProjects }],
  problems: projectProblemTexts,
  records: () => import("./record-messages.ts").then(({ projectRecords }) => projectRecords),
});
