import type { ReactElement } from "react";
import { GroupChart } from "../charts/group-chart.tsx";
import { MetricStrip, type TargetNote } from "../charts/metric-strip.tsx";
import { MetricTable } from "../charts/metric-table.tsx";
import { TrendChart } from "../charts/trend-chart.tsx";
import type { Drill, Question, Tile } from "../types.ts";

interface Props {
  readonly tile: Tile;
  readonly label: string;
  readonly question: Question;
  readonly targets?: ReadonlyMap<string, TargetNote>;
  readonly onDrill: (drill: Drill) => void;
}

function Inside({ tile, label, question, targets, onDrill }: Props): ReactElement {
  const { metricIds, groupBy, chart } = tile;
  if (chart === "figures" || groupBy === null)
    return (
      <MetricStrip
        label={label}
        question={question}
        metricIds={metricIds}
        onDrill={onDrill}
        {...(targets ? { targets } : {})}
      />
    );
  if (chart === "line") return <TrendChart question={question} metricIds={metricIds} />;
  if (chart === "bar")
    return <GroupChart question={question} metricIds={metricIds} groupBy={groupBy} onDrill={onDrill} />;
  return <MetricTable question={question} metricIds={metricIds} groupBy={groupBy} onDrill={onDrill} />;
}

/** One tile of a dashboard. */
export function TileView(props: Props): ReactElement {
  const { chart, half } = props.tile;
  return (
    <div className="in-tile" data-half={half} data-flush={chart === "figures" || chart === "table"}>
      <Inside {...props} />
    </div>
  );
}
