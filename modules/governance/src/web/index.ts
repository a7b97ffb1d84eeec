import { defineWebModule } from "@yutu/ui";
import { governanceProblemTexts } from "./messages.ts";

export const governanceWeb = defineWebModule({
  name: "governance",
  routes: [
    {
      path: "/settings/audit",
      load: () => import("./audit/page.tsx"),
      layout: "settings",
      access: "audit.view",
      title: { zh: "审计日志", en: "Audit log" },
    },
  ],
  tabs: [
    {
      group: "settings",
      path: "/settings/audit",
      label: { zh: "审计日志", en: "Audit log" },
      order: 80,
      permission: "audit.view",
    },
  ],
  problems: governanceProblemTexts,
});
