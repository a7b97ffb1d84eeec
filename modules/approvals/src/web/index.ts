import { AuditOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { lazy } from "react";
import { useWaitingBadge } from "./inbox/use-waiting-badge.ts";
import { approvalProblemTexts } from "./messages.ts";

export { ApprovalSteps } from "./steps/approval-steps.tsx";
export { VerticalApprovalSteps } from "./steps/vertical-steps.tsx";

/** Edits the stages of a flow; fetched when it is shown. */
export const StageList = lazy(() => import("./flows/stage-list.tsx"));

export const approvalsWeb = defineWebModule({
  name: "approvals",
  routes: [
    {
      path: "/approvals",
      load: () => import("./inbox/page.tsx"),
      access: "approvals.view",
      title: { zh: "审批", en: "Approvals" },
    },
    {
      path: "/settings/approval-flows",
      load: () => import("./flows/page.tsx"),
      layout: "settings",
      access: "approvals.manage",
      title: { zh: "审批流程", en: "Approval flows" },
    },
  ],
  tabs: [
    {
      group: "settings",
      path: "/settings/approval-flows",
      label: { zh: "审批流程", en: "Approval flows" },
      order: 35,
      permission: "approvals.manage",
    },
  ],
  navigation: [
    {
      path: "/approvals",
      label: { zh: "审批", en: "Approvals" },
      icon: AuditOutlined,
      order: 65,
      permission: "approvals.view",
      useBadge: useWaitingBadge,
      goKey: "a",
    },
  ],
  problems: approvalProblemTexts,
  records: () => import("./record-messages.ts").then(({ approvalRecords }) => approvalRecords),
});
