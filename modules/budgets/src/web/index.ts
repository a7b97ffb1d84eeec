import { PayCircleOutlined } from "@ant-design/icons";
import { defineWebModule } from "@yutu/ui";
import { budgetProblemTexts } from "./messages.ts";

export const budgetsWeb = defineWebModule({
  name: "budgets",
  routes: [
    {
      path: "/expenses",
      load: () => import("./claims/page.tsx"),
      access: "claims.submit",
      title: { zh: "预算与费用", en: "Expenses" },
    },
    {
      path: "/projects/$projectId/budget",
      load: () => import("./budget/page.tsx"),
      layout: "project",
      access: "claims.submit",
    },
    {
      path: "/settings/rates",
      load: () => import("./rates/page.tsx"),
      layout: "settings",
      access: "budgets.edit",
      title: { zh: "汇率", en: "Exchange rates" },
    },
  ],
  tabs: [
    {
      group: "project",
      path: "/projects/$projectId/budget",
      label: { zh: "预算", en: "Budget" },
      order: 50,
      permission: "claims.submit",
    },
    {
      group: "settings",
      path: "/settings/rates",
      label: { zh: "汇率", en: "Exchange rates" },
      order: 35,
      permission: "budgets.edit",
    },
  ],
  navigation: [
    {
      path: "/expenses",
      label: { zh: "预算与费用", en: "Expenses" },
      icon: PayCircleOutlined,
      order: 60,
      permission: "claims.submit",
      goKey: "b",
    },
  ],
  problems: budgetProblemTexts,
  records: () => import("./record-messages.ts").then(({ budgetRecords }) => budgetRecords),
});
