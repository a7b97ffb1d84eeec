import { useOperation, usePermission } from "@yutu/ui";
import { approvals } from "../../contract/index.ts";

/** How many approvals wait for the person; nothing when none do. */
export function useWaitingBadge(): number | undefined {
  const allowed = usePermission("approvals.view");
  const { data } = useOperation(approvals.countWaiting, {}, { enabled: allowed, live: ["approval"] });
  return data && data.count > 0 ? data.count : undefined;
}
