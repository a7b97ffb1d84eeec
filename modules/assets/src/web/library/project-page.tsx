import { ProjectAction, useProject } from "@yutu/projects/web";
import type { ReactElement } from "react";
import { Library } from "./library.tsx";

/** The assets of one project, below its header. */
export default function ProjectAssetsPage(): ReactElement {
  const project = useProject();
  return <Library projectId={project.id} head={(upload) => upload && <ProjectAction>{upload}</ProjectAction>} />;
}
