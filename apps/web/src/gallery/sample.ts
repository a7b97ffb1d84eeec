import { defineMessages } from "@yutu/i18n";
import type { SidebarListItem } from "@yutu/ui";

export const galleryTexts = defineMessages({
  zh: { favourites: "收藏的项目", parts: "组件", primary: "新建任务" },
  en: { favourites: "Favourite projects", parts: "Parts", primary: "New task" },
});

export const favouriteProjects: readonly SidebarListItem[] = [
  { key: "p1", label: "2026 618 大促", to: "/gallery/list", colour: "#E8590C" },
  { key: "p2", label: "小红书 Q3 种草", to: "/gallery/p2", colour: "#D21F4B" },
  { key: "p3", label: "会员日常运营", to: "/gallery/p3", colour: "#1A8F4E" },
  { key: "p4", label: "秋冬新品上市", to: "/gallery/p4", colour: "#3B4FD8" },
];
