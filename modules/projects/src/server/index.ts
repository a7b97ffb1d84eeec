import { defineModule } from "@yutu/application";
import { projectOperations } from "./operations.ts";
import { subscribers } from "./subscribers.ts";

export { PROJECT_SUBJECT } from "./commands/move-project.ts";
export { findTemplate } from "./templates.ts";
export { findVisibleProject, mayManage, type ProjectRow, projectFacts, visibleProjectIds } from "./visibility.ts";

export const projectsModule = defineModule({ name: "projects", operations: projectOperations, subscribers });
