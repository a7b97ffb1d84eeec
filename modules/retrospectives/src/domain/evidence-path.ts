import type { Evidence } from "./document.ts";

/** Where a piece of evidence is seen, as a path of the interface. */
export function evidencePath({ entity, id }: Evidence, projectId: string): string {
  const project = `/projects/${projectId}`;
  switch (entity) {
    case "task":
      return `/tasks/${id}`;
    case "asset":
      return `/assets?asset=${encodeURIComponent(id)}`;
    case "approval":
      return `/approvals?open=${encodeURIComponent(id)}`;
    case "budget_line":
      return `${project}/budget?line=${encodeURIComponent(id)}`;
    case "kpi":
      return project;
    case "channel":
      return `${project}/data?channel=${encodeURIComponent(JSON.stringify([id]))}`;
  }
}
