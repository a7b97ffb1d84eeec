import { useFormat, useMessages } from "@yutu/i18n";
import type { CSSProperties, ReactElement } from "react";
import type { KpiStatus } from "../../domain/kpi-status.ts";
import { goalTexts } from "./messages.ts";

interface Props {
  readonly progress: number | null;
  readonly expectedProgress: number | null;
  readonly status: KpiStatus;
}

/** Share of the way, with a tick where it should be by now. */
export function ProgressBar({ progress, expectedProgress, status }: Props): ReactElement | null {
  const t = useMessages(goalTexts);
  const format = useFormat();
  if (progress === null) return null;
  const title = [
    `${t.progress} ${format.percent(progress, 0)}`,
    ...(expectedProgress === null ? [] : [`${t.expected} ${format.percent(expectedProgress, 0)}`]),
  ].join(" · ");
  const style = { "--pj-done": progress, "--pj-due": expectedProgress ?? 0 } as CSSProperties;
  return (
    <span className="pj-progress" data-status={status} style={style} role="img" aria-label={title} title={title}>
      <span className="pj-progress-done" />
      {expectedProgress !== null && expectedProgress > 0 && expectedProgress < 1 && (
        <span className="pj-progress-due" />
      )}
    </span>
  );
}
