import type { ReactElement } from "react";
import { useProject } from "../frame/project-context.ts";
import { ApprovalSection } from "./approval-section.tsx";
import { BriefSection } from "./brief-section.tsx";
import { FactsSection } from "./facts-section.tsx";
import { GoalsSection } from "./goals-section.tsx";
import "../goals/goals.css";
import "../look/marks.css";
import "./overview.css";
import { PeopleSection } from "./people-section.tsx";

/** A project at a glance. */
export default function Overview(): ReactElement {
  const project = useProject();
  return (
    <div className="pj-overview">
      <div className="pj-overview-main">
        <GoalsSection project={project} />
        <BriefSection project={project} />
      </div>
      <div className="pj-overview-side">
        <ApprovalSection project={project} />
        <FactsSection project={project} />
        <PeopleSection project={project} />
      </div>
    </div>
  );
}
