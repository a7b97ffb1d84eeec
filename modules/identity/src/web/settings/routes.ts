import { SettingOutlined } from "@ant-design/icons";
import type { NavigationItem, RouteDescriptor, TabDescriptor } from "@yutu/ui";

const title = { zh: "设置", en: "Settings" } as const;

export const settingsRoutes: readonly RouteDescriptor[] = [
  { path: "/settings", load: () => import("./start.tsx"), layout: "settings", title },
  {
    path: "/settings/members",
    load: () => import("./members/page.tsx"),
    layout: "settings",
    access: "members.manage",
    title,
  },
  {
    path: "/settings/departments",
    load: () => import("./departments/page.tsx"),
    layout: "settings",
    access: "members.manage",
    title,
  },
  {
    path: "/settings/workspace",
    load: () => import("./workspace/page.tsx"),
    layout: "settings",
    access: "workspace.manage",
    title,
  },
  { path: "/settings/account", load: () => import("./account/page.tsx"), layout: "settings", title },
  {
    path: "/settings/tokens",
    load: () => import("./tokens/page.tsx"),
    layout: "settings",
    access: "tokens.manage",
    title,
  },
];

const group = "settings";

export const settingsTabs: readonly TabDescriptor[] = [
  {
    group,
    path: "/settings/members",
    label: { zh: "成员", en: "Members" },
    order: 10,
    permission: "members.manage",
  },
  {
    group,
    path: "/settings/departments",
    label: { zh: "部门", en: "Departments" },
    order: 20,
    permission: "members.manage",
  },
  {
    group,
    path: "/settings/workspace",
    label: { zh: "企业", en: "Workspace" },
    order: 30,
    permission: "workspace.manage",
  },
  { group, path: "/settings/account", label: { zh: "我的账号", en: "My account" }, order: 40 },
  {
    group,
    path: "/settings/tokens",
    label: { zh: "API 令牌", en: "API tokens" },
    order: 50,
    permission: "tokens.manage",
  },
];

export const settingsNavigation: readonly NavigationItem[] = [
  { path: "/settings", label: title, icon: SettingOutlined, order: 90 },
];
