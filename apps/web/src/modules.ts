import { approvalsWeb } from "@yutu/approvals/web";
import { assetsWeb } from "@yutu/assets/web";
import { budgetsWeb } from "@yutu/budgets/web";
import { governanceWeb } from "@yutu/governance/web";
import { identityWeb } from "@yutu/identity/web";
import { ingestionWeb } from "@yutu/ingestion/web";
import { insightsWeb } from "@yutu/insights/web";
import { notificationsWeb } from "@yutu/notifications/web";
import { projectsWeb } from "@yutu/projects/web";
import { retrospectivesWeb } from "@yutu/retrospectives/web";
import { tasksWeb } from "@yutu/tasks/web";
import type { WebModule } from "@yutu/ui";

/** The modules of this product, in the order a campaign lives. The only list of them in the web application. */
export const modules: readonly WebModule[] = [
  identityWeb,
  notificationsWeb,
  approvalsWeb,
  projectsWeb,
  tasksWeb,
  assetsWeb,
  budgetsWeb,
  ingestionWeb,
  insightsWeb,
  retrospectivesWeb,
  governanceWeb,
];
