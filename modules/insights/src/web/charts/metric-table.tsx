import { useMessages } from "@yutu/i18n";
import type { Dimension } from "@yutu/metrics/domain";
import { ChannelTag, useLocalText } from "@yutu/projects/web";
import {
  AppLink,
  DataGrid,
  type GridColumn,
  type GridSort,
  MobileCard,
  MobileCards,
  ProblemNotice,
  usePhone,
} from "@yutu/ui";
import { type CSSProperties, type ReactElement, type ReactNode, useMemo, useState } from "react";
import { FigureCell } from "../figures/figure-cell.tsx";
import { useFigureText } from "../figures/use-figure-text.ts";
import { useGroupName } from "../figures/use-group-name.ts";
import { useOriginText } from "../figures/use-origin-text.ts";
import { figureTexts } from "../messages.ts";
import type { Drill, Group, MetricAnswer, Question } from "../types.ts";
import { chartTexts } from "./messages.ts";
import "./metric-table.css";
import { useAnswer } from "./use-answer.ts";

interface Row extends Group {
  readonly total: boolean;
}

const TOTAL: Pick<Row, "key" | "label" | "total"> = { key: "=total", label: null, total: true };
const keyOf = (row: Row): string => row.key;
const HEAD_PX = 34;
const ROW_PX = 36;
const MOST_PX = 460;

function useGroupCell(groupBy: Dimension): (row: Row) => ReactNode {
  const words = useMessages(figureTexts);
  const groupName = useGroupName();
  return (row) => {
    if (row.total) return <strong>{words.total}</strong>;
    if (groupBy === "channel" && row.key !== "") return <ChannelTag code={row.key} />;
    if (groupBy === "project" && row.key !== "")
      return <AppLink to={`/projects/${row.key}/data`}>{groupName(groupBy, row)}</AppLink>;
    return <span className="yt-ellipsis">{groupName(groupBy, row)}</span>;
  };
}

interface TableProps {
  readonly answer: MetricAnswer;
  readonly groupBy: Dimension;
  readonly rows: readonly Row[];
  readonly compared: boolean;
  readonly sort: GridSort | undefined;
  readonly onSort: (sort: GridSort) => void;
  readonly onDrill: (drill: Drill) => void;
}

const drillOf = (row: Row, metricId: string, groupBy: Dimension): Drill =>
  row.total ? { metricId } : { metricId, groupBy, group: row.key };

function Grid({ answer, groupBy, rows, compared, sort, onSort, onDrill }: TableProps): ReactElement {
  const t = useMessages(chartTexts);
  const text = useLocalText();
  const figure = useFigureText(answer.origin.currency);
  const origin = useOriginText(answer.origin)?.lines ?? "";
  const groupCell = useGroupCell(groupBy);
  const groupName = useGroupName();
  const columns = useMemo<GridColumn<Row>[]>(
    () => [
      {
        key: "group",
        title: t.dimensions[groupBy],
        widthPx: 170,
        grow: true,
        cell: groupCell,
        text: (row) => groupName(groupBy, row),
      },
      ...answer.metrics.map((metric) => ({
        key: metric.id,
        title: text(metric.name),
        widthPx: 116,
        align: "end" as const,
        sortable: true,
        text: (row: Row) => figure(row.values[metric.id]?.value ?? null, metric.unit, false),
        cell: (row: Row) => (
          <FigureCell
            figure={row.values[metric.id]}
            metric={metric}
            name={text(metric.name)}
            text={figure}
            origin={origin}
            compared={compared}
            onOpen={() => onDrill(drillOf(row, metric.id, groupBy))}
          />
        ),
      })),
    ],
    [t, groupBy, answer, text, figure, origin, compared, onDrill, groupCell, groupName],
  );
  const height = { "--in-table": `${Math.min(MOST_PX, HEAD_PX + ROW_PX * rows.length + 2)}px` } as CSSProperties;
  return (
    <div className="in-table-box" style={height}>
      <DataGrid
        label={t.table({ dimension: t.dimensions[groupBy] })}
        rows={rows}
        keyOf={keyOf}
        columns={columns}
        {...(sort ? { sort } : {})}
        onSort={onSort}
      />
    </div>
  );
}

function Cards({ answer, groupBy, rows, onDrill }: TableProps): ReactElement {
  const t = useMessages(chartTexts);
  const text = useLocalText();
  const figure = useFigureText(answer.origin.currency);
  const groupCell = useGroupCell(groupBy);
  const [first, ...others] = answer.metrics;
  return (
    <MobileCards label={t.table({ dimension: t.dimensions[groupBy] })}>
      {rows.map((row) => (
        <MobileCard
          key={row.key}
          title={row.total || groupBy !== "project" ? groupCell(row) : row.label}
          facts={others.slice(0, 3).map((metric) => (
            <span key={metric.id} className="yt-figures">
              {text(metric.name)} {figure(row.values[metric.id]?.value ?? null, metric.unit)}
            </span>
          ))}
          figure={first && figure(row.values[first.id]?.value ?? null, first.unit)}
          onOpen={() => first && onDrill(drillOf(row, first.id, groupBy))}
        />
      ))}
    </MobileCards>
  );
}

interface Props {
  readonly question: Question;
  readonly metricIds: readonly string[];
  readonly groupBy: Dimension;
  readonly onDrill: (drill: Drill) => void;
  readonly limit?: number;
}

/** Metrics by group, the whole first; each figure opens its rows. Cards on phones. */
export function MetricTable({ question, metricIds, groupBy, onDrill, limit = 200 }: Props): ReactElement {
  const t = useMessages(chartTexts);
  const words = useMessages(figureTexts);
  const phone = usePhone();
  const [sort, setSort] = useState<GridSort>();
  const { data, problem, reload } = useAnswer(question, { metricIds, groupBy, limit });
  const rows = useMemo<Row[]>(() => {
    if (!data) return [];
    const groups = data.groups.map((group) => ({ ...group, total: false }));
    const value = (row: Row) => row.values[sort?.column ?? ""]?.value ?? Number.NEGATIVE_INFINITY;
    const ordered = sort
      ? groups.toSorted((a, b) => (sort.direction === "down" ? value(b) - value(a) : value(a) - value(b)))
      : groups;
    return [{ ...TOTAL, values: data.totals }, ...ordered];
  }, [data, sort]);
  if (problem && !data) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  const title = t.table({ dimension: t.dimensions[groupBy] });
  const props = data && {
    answer: data,
    groupBy,
    rows,
    compared: question.compare !== "none",
    sort,
    onSort: setSort,
    onDrill,
  };
  return (
    <section className="in-table" aria-label={title}>
      <h2>{title}</h2>
      {props && (phone ? <Cards {...props} /> : <Grid {...props} />)}
      {data && data.groupCount > data.groups.length && (
        <p className="in-table-more">{words.more({ count: data.groupCount - data.groups.length })}</p>
      )}
    </section>
  );
}
