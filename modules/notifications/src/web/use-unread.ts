import { useOperation, usePermission } from "@yutu/ui";
import { notifications } from "../contract/index.ts";

/** How many messages are unread, for the navigation. */
export function useUnread(): number | undefined {
  const allowed = usePermission("notifications.view");
  const { data } = useOperation(notifications.countUnread, {}, { enabled: allowed, live: ["inbox"] });
  return data?.unread;
}
