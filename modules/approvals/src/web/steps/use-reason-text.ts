import { useMessages } from "@yutu/i18n";
import { isRole } from "@yutu/identity/domain";
import { approvalTexts, roleTexts } from "../messages.ts";
import type { ApprovalStep } from "../types.ts";

/** Why somebody was asked, in words. */
export function useReasonText(): (reason: ApprovalStep["reason"]) => string {
  const t = useMessages(approvalTexts).reason;
  const roles = useMessages(roleTexts);
  return (reason) => {
    switch (reason.rule) {
      case "role":
        return t.role({ role: isRole(reason.role) ? roles[reason.role] : reason.role });
      case "escalated":
        return t.escalated({ stage: reason.from });
      case "member":
      case "department_head":
      case "project_manager":
        return t[reason.rule];
    }
  };
}
