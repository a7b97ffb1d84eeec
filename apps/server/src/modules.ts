import type { ServerModule } from "@yutu/application";
import { approvalsModule } from "@yutu/approvals/server";
import { assetsModule } from "@yutu/assets/server";
import { budgetsModule } from "@yutu/budgets/server";
import { governanceModule } from "@yutu/governance/server";
import { identityModule } from "@yutu/identity/server";
import { ingestionModule } from "@yutu/ingestion/server";
import { insightsModule } from "@yutu/insights/server";
import { metricsModule } from "@yutu/metrics/server";
import { notificationsModule } from "@yutu/notifications/server";
import { projectsModule } from "@yutu/projects/server";
import { retrospectivesModule } from "@yutu/retrospectives/server";
import { tasksModule } from "@yutu/tasks/server";

/** Every module of the product, in the order a campaign lives. */
export const modules: readonly ServerModule[] = [
  identityModule,
  approvalsModule,
  metricsModule,
  projectsModule,
  assetsModule,
  tasksModule,
  budgetsModule,
  ingestionModule,
  insightsModule,
  retrospectivesModule,
  notificationsModule,
  governanceModule,
];
