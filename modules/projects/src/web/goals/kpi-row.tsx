import { useFormat, useMessages } from "@yutu/i18n";
import type { ReactElement } from "react";
import { KpiStatusRing } from "./kpi-status-ring.tsx";
import { goalTexts } from "./messages.ts";
import { ProgressBar } from "./progress-bar.tsx";
import type { Kpi } from "./types.ts";
import { useFigure } from "./use-figure.ts";
import { ValueSource } from "./value-source.tsx";

interface Props {
  readonly kpi: Kpi;
  readonly currency: string;
  readonly current: boolean;
  readonly onOpen: () => void;
}

/** A KPI in one row: its word, its value of target, its way against the expected. */
export function KpiRow({ kpi, currency, current, onOpen }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const format = useFormat();
  const figure = useFigure(currency);
  const value = kpi.value === null ? "–" : figure(kpi.value, kpi.unit);
  const target = kpi.target === null ? "?" : figure(kpi.target, kpi.unit);
  return (
    <li>
      <button
        type="button"
        className="yt-plain pj-kpi-row"
        aria-current={current ? "true" : undefined}
        onClick={onOpen}
      >
        <span className="pj-kpi-name">
          <span className="yt-ellipsis">{kpi.name}</span>
          <span className="pj-kpi-source yt-ellipsis">
            <ValueSource kpi={kpi} />
          </span>
        </span>
        <KpiStatusRing status={kpi.status} progress={kpi.progress} />
        <span className="pj-kpi-figures yt-figures">
          <strong title={kpi.value === null ? undefined : figure(kpi.value, kpi.unit, false)}>{value}</strong>
          <span className="pj-quiet"> / {target}</span>
        </span>
        <span className="pj-kpi-progress">
          <ProgressBar progress={kpi.progress} expectedProgress={kpi.expectedProgress} status={kpi.status} />
        </span>
        <span className="pj-kpi-deadline pj-quiet yt-figures">
          {kpi.deadline === null ? t.fault.deadline.missing : format.monthDay(kpi.deadline)}
        </span>
      </button>
    </li>
  );
}
