import { InboxOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { useUnread } from "./use-unread.ts";

export const notificationsWeb = defineWebModule({
  name: "notifications",
  routes: [
    {
      path: "/inbox",
      load: () => import("./inbox/page.tsx"),
      access: "notifications.view",
      title: { zh: "收件箱", en: "Inbox" },
    },
  ],
  navigation: [
    {
      path: "/inbox",
      label: { zh: "收件箱", en: "Inbox" },
      icon: InboxOutlined,
      order: 15,
      phoneOrder: 4,
      phoneLabel: { zh: "消息", en: "Inbox" },
      permission: "notifications.view",
      useBadge: useUnread,
      goKey: "i",
    },
  ],
});
