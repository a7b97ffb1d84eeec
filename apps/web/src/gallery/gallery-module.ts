import {
  AuditOutlined,
  BarChartOutlined,
  BranchesOutlined,
  CalendarOutlined,
  CheckSquareOutlined,
  HomeOutlined,
  InboxOutlined,
  MessageOutlined,
  PictureOutlined,
  ShopOutlined,
  WalletOutlined,
} from "@ant-design/icons";
import { ok } from "@yutu/kernel";
import { defineWebModule, type NavigationItem, type Session } from "@yutu/ui";

const session: Session = {
  member: { id: "mem_gallery", name: "林晓彤" },
  workspace: { id: "wsp_gallery", name: "青柠旗舰店" },
  workspaces: [
    { id: "wsp_gallery", name: "青柠旗舰店" },
    { id: "wsp_other", name: "青柠海外" },
  ],
  permissions: new Set(),
};

const navigation: NavigationItem[] = [
  { path: "/gallery", label: { zh: "工作台", en: "Home" }, icon: HomeOutlined, order: 10, phoneOrder: 1, goKey: "h" },
  { path: "/gallery/inbox", label: { zh: "收件箱", en: "Inbox" }, icon: InboxOutlined, order: 20, useBadge: () => 12 },
  { path: "/gallery/list", label: { zh: "任务", en: "Tasks" }, icon: CheckSquareOutlined, order: 25, phoneOrder: 2 },
  {
    path: "/gallery/calendar",
    label: { zh: "营销日历", en: "Calendar" },
    icon: CalendarOutlined,
    order: 30,
    phoneOrder: 3,
    phoneLabel: { zh: "日历", en: "Calendar" },
    goKey: "c",
  },
  { path: "/gallery/channels", label: { zh: "渠道与店铺", en: "Channels and shops" }, icon: ShopOutlined, order: 40 },
  { path: "/gallery/assets", label: { zh: "素材库", en: "Assets" }, icon: PictureOutlined, order: 50 },
  { path: "/gallery/journeys", label: { zh: "客户旅程", en: "Journeys" }, icon: BranchesOutlined, order: 60 },
  { path: "/gallery/budgets", label: { zh: "预算与结算", en: "Budgets" }, icon: WalletOutlined, order: 70 },
  {
    path: "/gallery/data",
    label: { zh: "数据看板", en: "Data" },
    icon: BarChartOutlined,
    order: 80,
    phoneOrder: 5,
    phoneLabel: { zh: "数据", en: "Data" },
  },
  { path: "/gallery/approvals", label: { zh: "审批", en: "Approvals" }, icon: AuditOutlined, order: 90 },
  { path: "/gallery/messages", label: { zh: "消息", en: "Messages" }, icon: MessageOutlined, order: 95, phoneOrder: 4 },
];

/** Shows the kit without a server: only in development and in the build with `--mode gallery`. */
export const galleryModule = defineWebModule({
  name: "gallery",
  routes: [
    { path: "/gallery", load: () => import("./pages/parts.tsx"), title: { zh: "组件", en: "Parts" } },
    { path: "/gallery/board", load: () => import("./pages/board.tsx") },
    { path: "/gallery/gantt", load: () => import("./pages/gantt.tsx") },
    { path: "/gallery/calendar", load: () => import("./pages/calendar.tsx") },
    { path: "/gallery/list", load: () => import("./pages/list.tsx") },
  ],
  navigation,
  sidebar: [{ key: "favourites", order: 10, load: () => import("./favourites.tsx") }],
  session: {
    signInPath: "/sign-in",
    load: () => Promise.resolve(ok(session)),
    switchWorkspace: () => Promise.resolve(ok(undefined)),
    signOut: () => Promise.resolve(ok(undefined)),
  },
});
