import { approvals } from "@yutu/approvals/contract";
import { ApprovalSteps } from "@yutu/approvals/web";
import { useMessages } from "@yutu/i18n";
import { useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import type { Project } from "../frame/project-context.ts";
import { overviewTexts } from "./messages.ts";
import { Section } from "./section.tsx";

function Round({ approvalId }: { readonly approvalId: string }): ReactElement | null {
  const t = useMessages(overviewTexts);
  const { problem } = useOperation(approvals.getApproval, { params: { approvalId } });
  if (problem?.status === 404) return null;
  return (
    <Section title={t.approval}>
      <ApprovalSteps approvalId={approvalId} />
    </Section>
  );
}

/** The latest approval round of the project; nothing before it was first submitted, nor for those who may not see it. */
export const ApprovalSection = ({ project }: { readonly project: Project }): ReactElement | null =>
  project.approvalId === null ? null : <Round approvalId={project.approvalId} />;
