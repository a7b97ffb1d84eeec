import type { ProblemBody } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { ProblemNotice } from "@yutu/ui";
import type { ReactElement } from "react";
import { shellTexts } from "../messages.ts";
import "../shell/shell.css";
import "./offline.css";
import { useOnline } from "./use-online.ts";

interface AwayProps {
  readonly problem: ProblemBody;
  readonly onRetry: () => void;
}

/** The product before the server has answered: its frame, and why nothing is in it yet. */
export function Away({ problem, onRetry }: AwayProps): ReactElement {
  const t = useMessages(shellTexts);
  const online = useOnline();
  return (
    <div className="sh-frame sh-away">
      <main className="sh-sheet">
        <div className="sh-away-words">
          <h1>
            <span className="sh-mark" aria-hidden="true" />
            {t.product}
          </h1>
          {online ? (
            <ProblemNotice problem={problem} onRetry={onRetry} />
          ) : (
            <p className="sh-notice" data-tone="warning" role="status">
              {t.offlineStart}
            </p>
          )}
        </div>
      </main>
    </div>
  );
}
