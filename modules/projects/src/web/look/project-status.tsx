import { useMessages } from "@yutu/i18n";
import { StatusRing, type StatusTone } from "@yutu/ui";
import type { ReactElement } from "react";
import type { ProjectStatus } from "../../domain/lifecycle.ts";
import { projectTexts } from "../messages.ts";

const LOOKS: Readonly<Record<ProjectStatus, { readonly stage: number; readonly tone: StatusTone }>> = {
  draft: { stage: 0, tone: "neutral" },
  in_review: { stage: 0.25, tone: "review" },
  approved: { stage: 0.4, tone: "active" },
  running: { stage: 0.6, tone: "active" },
  paused: { stage: 0.6, tone: "neutral" },
  closing: { stage: 0.85, tone: "review" },
  closed: { stage: 1, tone: "done" },
  cancelled: { stage: 1, tone: "neutral" },
};

/** A project's status as a ring and its word. */
export function ProjectStatusRing({
  status,
  named = true,
}: {
  readonly status: ProjectStatus;
  readonly named?: boolean;
}): ReactElement {
  const t = useMessages(projectTexts);
  return <StatusRing {...LOOKS[status]} label={t.status[status]} named={named} />;
}
