import { useMessages } from "@yutu/i18n";
import { StatusRing, type StatusTone } from "@yutu/ui";
import type { ReactElement } from "react";
import type { TaskStatus } from "../../domain/status.ts";
import { taskTexts } from "../messages.ts";

const LOOKS: Readonly<Record<TaskStatus, { readonly stage: number; readonly tone: StatusTone }>> = {
  todo: { stage: 0, tone: "neutral" },
  doing: { stage: 0.5, tone: "active" },
  review: { stage: 0.75, tone: "review" },
  done: { stage: 1, tone: "done" },
  cancelled: { stage: 1, tone: "neutral" },
};

interface Props {
  readonly status: TaskStatus;
  readonly overdue?: boolean;
  readonly named?: boolean;
}

/** A task's status as a ring and its word; past its day the word says so, in red. */
export function TaskStatusRing({ status, overdue = false, named = true }: Props): ReactElement {
  const t = useMessages(taskTexts);
  const { stage, tone } = LOOKS[status];
  if (!overdue) return <StatusRing stage={stage} tone={tone} label={t.status[status]} named={named} />;
  return <StatusRing stage={stage} tone="alarm" label={t.overdue} named={named} />;
}
