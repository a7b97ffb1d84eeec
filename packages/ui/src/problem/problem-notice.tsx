import type { ProblemBody } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { problemTexts } from "./messages.ts";
import "./problem-notice.css";
import { useProblemText } from "./use-problem-text.ts";

export interface ProblemNoticeProps {
  readonly problem: ProblemBody | undefined;
  readonly onRetry?: () => void;
}

/** A refusal in words, in place: what was refused, the way out, and the request number for support when it is ours to mend. */
export function ProblemNotice({ problem, onRetry }: ProblemNoticeProps): ReactElement | null {
  const text = useProblemText();
  const t = useMessages(problemTexts);
  if (!problem) return null;
  return (
    <div className="yt-problem" role="alert">
      <span className="yt-problem-mark" aria-hidden="true" />
      <div className="yt-problem-words">
        <p>{text(problem)}</p>
        {problem.status >= 500 && problem.requestId !== "" && (
          <p className="yt-problem-request">{t.requestId({ id: problem.requestId })}</p>
        )}
      </div>
      {onRetry && (
        <button type="button" className="yt-plain yt-problem-retry" onClick={onRetry}>
          {t.retry}
        </button>
      )}
    </div>
  );
}
