import { defineModule } from "@yutu/application";
import { goalOperations } from "./operations/goal-operations.ts";
import { presenceOperations } from "./operations/presence-operations.ts";
import { projectOperations } from "./operations/project-operations.ts";
import { subscribers } from "./subscribers.ts";

export { type GoalLedgerKpi, goalLedger } from "./goal-ledger.ts";
export { findTemplate } from "./templates.ts";
export {
  findVisibleProject,
  inVisibleProject,
  isVisibleProject,
  mayManage,
  PROJECT_SUBJECT,
  type ProjectHead,
  type ProjectRow,
  projectFacts,
  projectIdsByCampaignKey,
  projectMemberIds,
  visibleProjects,
} from "./visibility.ts";

export const projectsModule = defineModule({
  name: "projects",
  operations: [...projectOperations, ...goalOperations, ...presenceOperations],
  subscribers,
});
