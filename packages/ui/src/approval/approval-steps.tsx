import { useFormat, useMessages } from "@yutu/i18n";
import type { ReactElement, ReactNode } from "react";
import { CheckIcon, CloseIcon } from "../icons/icons.tsx";
import { MemberAvatar, type Person } from "../members/member-avatar.tsx";
import "./approval-steps.css";
import { approvalTexts } from "./messages.ts";

export type StepState = "done" | "current" | "waiting" | "returned" | "skipped";

export interface StepPerson {
  readonly person: Person;
  readonly decision?: "approved" | "declined" | "transferred";
  /** ISO 8601. */
  readonly at?: string;
  readonly comment?: string;
  /** Whether somebody who has not decided has seen it. */
  readonly seen?: boolean;
}

export interface ApprovalStep {
  readonly key: string;
  readonly title: string;
  readonly state: StepState;
  readonly mode?: "all" | "any" | "sequential";
  readonly people: readonly StepPerson[];
  /** ISO 8601. */
  readonly dueAt?: string;
  /** Beside the title: 催一下. */
  readonly action?: ReactNode;
}

function PersonRow({ entry, current }: { readonly entry: StepPerson; readonly current: boolean }): ReactElement {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  const { person, decision, at, comment, seen } = entry;
  return (
    <li className="yt-step-person" data-decision={decision}>
      <MemberAvatar person={person} size={26} />
      <div className="yt-step-words">
        <div className="yt-step-line">
          <strong>{person.name}</strong>
          {decision && <span className="yt-step-decision">{t[decision]}</span>}
          {!decision && current && seen !== undefined && (
            <span className="yt-step-seen">{seen ? t.read : t.unread}</span>
          )}
          {at !== undefined && (
            <time dateTime={at} title={format.dateTime(at)} className="yt-figures">
              {format.relative(at)}
            </time>
          )}
        </div>
        {comment !== undefined && comment !== "" && <p className="yt-prose">{comment}</p>}
      </div>
    </li>
  );
}

const MARKS: Readonly<Record<StepState, ReactNode>> = {
  done: <CheckIcon width={12} height={12} strokeWidth={2} />,
  returned: <CloseIcon width={12} height={12} strokeWidth={2} />,
  current: <span className="yt-step-dot" />,
  waiting: null,
  skipped: null,
};

const MODES = { all: "modeAll", any: "modeAny", sequential: "modeSequential" } as const;

/** The way of an approval from top to bottom, with faces, decisions and who has read it. */
export function ApprovalSteps({ steps }: { readonly steps: readonly ApprovalStep[] }): ReactElement {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  return (
    <ol className="yt-steps" aria-label={t.steps}>
      {steps.map((step) => (
        <li
          key={step.key}
          className="yt-step"
          data-state={step.state}
          aria-current={step.state === "current" ? "step" : undefined}
        >
          <span className="yt-step-mark" aria-hidden="true">
            {MARKS[step.state]}
          </span>
          <div className="yt-step-body">
            <div className="yt-step-head">
              <h3>{step.title}</h3>
              <span className="yt-step-state">{t[step.state]}</span>
              {step.mode && step.people.length > 1 && <span>{t[MODES[step.mode]]}</span>}
              {step.dueAt !== undefined && step.state === "current" && (
                <span className="yt-figures">{t.due({ date: format.dateTime(step.dueAt) })}</span>
              )}
              {step.action !== undefined && <span className="yt-step-action">{step.action}</span>}
            </div>
            <ul>
              {step.people.map((entry) => (
                <PersonRow
                  key={`${entry.person.id}-${entry.at ?? ""}`}
                  entry={entry}
                  current={step.state === "current"}
                />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ol>
  );
}
