import { ApprovalSteps } from "@yutu/approvals/web";
import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import type { Project } from "../frame/project-context.ts";
import { overviewTexts } from "./messages.ts";
import { Section } from "./section.tsx";

/** The latest approval round of the project; nothing before it was first submitted. */
export function ApprovalSection({ project }: { readonly project: Project }): ReactElement | null {
  const t = useMessages(overviewTexts);
  if (project.approvalId === null) return null;
  return (
    <Section title={t.approval}>
      <ApprovalSteps approvalId={project.approvalId} />
    </Section>
  );
}
