export { findVisibleProject, mayManage, type ProjectRow, projectFacts, visibleProjectIds } from "./visibility.ts";
