import type { ReactElement, ReactNode } from "react";
import { useMedia } from "../theme/use-media.ts";
import { AppLink } from "../url/links.tsx";
import "./kpi-strip.css";
import { Sparkline } from "./sparkline.tsx";

export type KpiTone = "quiet" | "good" | "alarm" | "info";

export interface Kpi {
  readonly key: string;
  readonly label: string;
  /** The figure as it is read, e.g. `¥159.4万`. */
  readonly value: string;
  /** The full value on hover. */
  readonly full?: string;
  /** The change or a remark under the figure. */
  readonly note?: string;
  readonly tone?: KpiTone;
  /** The last days, oldest first. */
  readonly series?: readonly number[];
  /** Where the figure comes from: every number drills down. */
  readonly to?: string;
  readonly onOpen?: () => void;
}

function Cell({ kpi, children }: { readonly kpi: Kpi; readonly children: ReactNode }): ReactElement {
  if (kpi.to !== undefined) {
    return (
      <AppLink to={kpi.to} className="yt-kpi">
        {children}
      </AppLink>
    );
  }
  if (kpi.onOpen) {
    return (
      <button type="button" className="yt-plain yt-kpi" onClick={kpi.onOpen}>
        {children}
      </button>
    );
  }
  return <div className="yt-kpi">{children}</div>;
}

/** Figures of a page in one ruled strip; on phones it scrolls sideways. */
export function KpiStrip({ items, label }: { readonly items: readonly Kpi[]; readonly label: string }): ReactElement {
  const scrolls = useMedia("(max-width: 1023px)");
  // figures that lead nowhere leave nothing else to take the keyboard along
  const isReachable = items.some(({ to, onOpen }) => to !== undefined || onOpen !== undefined);
  return (
    <section className="yt-kpis" aria-label={label} tabIndex={scrolls && !isReachable ? 0 : undefined}>
      <ul>
        {items.map((kpi) => (
          <li key={kpi.key}>
            <Cell kpi={kpi}>
              <span className="yt-kpi-label">{kpi.label}</span>
              <span className="yt-kpi-value yt-figures" title={kpi.full}>
                {kpi.value}
              </span>
              <span className="yt-kpi-foot" data-tone={kpi.tone ?? "quiet"}>
                <span className="yt-figures" title={kpi.note}>
                  {kpi.note}
                </span>
                {kpi.series && <Sparkline values={kpi.series} />}
              </span>
            </Cell>
          </li>
        ))}
      </ul>
    </section>
  );
}
