import type { EChartsCoreOption } from "echarts/core";
import { type ReactElement, useEffect, useRef } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import type { ThemeName } from "../theme/tokens.ts";
import { useReducedMotion } from "../theme/use-media.ts";
import { createChart } from "./chart-library.ts";
import { chartTheme } from "./chart-theme.ts";

type Instance = ReturnType<typeof createChart>;

/** A point of a chart that was clicked. */
export interface ChartPick {
  readonly series: string;
  readonly name: string;
  readonly index: number;
}

export interface ChartCanvasProps {
  readonly option: EChartsCoreOption;
  readonly theme: ThemeName;
  readonly label: string;
  readonly heightPx: number;
  readonly onPick?: (pick: ChartPick) => void;
}

/** The drawn chart; comes with the chart library, so only `Chart` loads it. */
export default function ChartCanvas({ option, theme, label, heightPx, onPick }: ChartCanvasProps): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<Instance>(undefined);
  const still = useReducedMotion();
  const pick = useStableCallback((event: { seriesName?: string; name: string; dataIndex: number }) =>
    onPick?.({ series: event.seriesName ?? "", name: event.name, index: event.dataIndex }),
  );
  useEffect(() => {
    if (!place.current) return;
    const instance = createChart(place.current, chartTheme(theme));
    chart.current = instance;
    instance.on("click", (event) => pick(event as Parameters<typeof pick>[0]));
    const sizes = new ResizeObserver(() => instance.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      instance.dispose();
      chart.current = undefined;
    };
  }, [theme, pick]);
  useEffect(() => {
    chart.current?.setOption({ animation: !still, animationDuration: 180, ...option }, { notMerge: true });
  }, [option, still, theme]);
  return (
    <div
      ref={place}
      role="img"
      aria-label={label}
      style={{ height: heightPx, cursor: onPick ? "pointer" : undefined }}
    />
  );
}
