import { languageOf, useFormat, useLocale, useMessages } from "@yutu/i18n";
import { MemberAvatar } from "@yutu/ui";
import type { ReactElement } from "react";
import { approvalTexts } from "../messages.ts";
import type { Approval, ApprovalStep } from "../types.ts";
import { type ApprovalStage, stagesOf } from "./stages.ts";
import { useReasonText } from "./use-reason-text.ts";
import "./vertical-steps.css";

/** One person of a stage: their answer, whether they have read it, and why it is them. */
function PersonLine({ step, now }: { readonly step: ApprovalStep; readonly now: number }): ReactElement {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  const why = useReasonText();
  const late = step.state === "active" && step.dueAt !== null && Date.parse(step.dueAt) < now;
  return (
    <li className="ap-person">
      <MemberAvatar person={{ id: step.memberId, name: step.memberName }} size={26} named />
      <span className="ap-person-state" data-state={step.state}>
        {t.step[step.state]}
      </span>
      <span className="ap-person-when yt-figures">
        {step.decidedAt !== null && format.dateTime(step.decidedAt)}
        {step.state === "active" && (step.openedAt === null ? t.unread : t.read)}
        {step.state === "active" && step.dueAt !== null && (
          <span data-late={late}> · {(late ? t.overdue : t.due)({ at: format.dateTime(step.dueAt) })}</span>
        )}
      </span>
      {step.comment !== null && step.comment !== "" && <q className="ap-comment yt-prose">{step.comment}</q>}
      <span className="ap-why" title={t.why}>
        {why(step.reason)}
      </span>
    </li>
  );
}

function StageBlock({ stage, now }: { readonly stage: ApprovalStage; readonly now: number }): ReactElement {
  const t = useMessages(approvalTexts);
  const language = languageOf(useLocale());
  return (
    <li className="ap-stage" data-state={stage.state}>
      <div className="ap-stage-head">
        <strong>{stage.name[language]}</strong>
        {stage.steps.length > 1 && <span className="ap-mode">{t.mode[stage.mode]}</span>}
      </div>
      <ul className="ap-people">
        {stage.steps.map((step) => (
          <PersonLine key={step.id} step={step} now={now} />
        ))}
      </ul>
    </li>
  );
}

interface Props {
  readonly approval: Pick<Approval, "steps" | "requestedBy" | "requesterName" | "requestedAt">;
  /** The present moment, epoch milliseconds. */
  readonly now: number;
}

/** An approval as vertical steps with faces: who sent it, who was asked and why, who has read it, what they said. */
export function VerticalApprovalSteps({ approval, now }: Props): ReactElement {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  return (
    <ol className="ap-steps" aria-label={t.steps}>
      <li className="ap-stage" data-state="approved">
        <div className="ap-stage-head">
          <strong>{t.sent}</strong>
        </div>
        <ul className="ap-people">
          <li className="ap-person">
            <MemberAvatar person={{ id: approval.requestedBy, name: approval.requesterName }} size={26} named />
            <span className="ap-person-when yt-figures">{format.dateTime(approval.requestedAt)}</span>
          </li>
        </ul>
      </li>
      {stagesOf(approval.steps).map((stage) => (
        <StageBlock key={stage.stage} stage={stage} now={now} />
      ))}
    </ol>
  );
}
