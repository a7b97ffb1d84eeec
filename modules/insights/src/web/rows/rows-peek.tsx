import { useFormat, useMessages } from "@yutu/i18n";
import type { Dimension, Fact } from "@yutu/metrics/domain";
import { useLocalText } from "@yutu/projects/web";
import {
  Facts,
  MoreButton,
  PeekPanel,
  ProblemNotice,
  Skeleton,
  useClient,
  useOperation,
  usePagedOperation,
} from "@yutu/ui";
import { Segmented } from "antd";
import { type ReactElement, useState } from "react";
import { insights } from "../../contract/index.ts";
import { useFigureText } from "../figures/use-figure-text.ts";
import { useGroupName } from "../figures/use-group-name.ts";
import { type CatalogueMetric, useMetrics } from "../figures/use-metrics.ts";
import { useOriginText } from "../figures/use-origin-text.ts";
import { figureTexts } from "../messages.ts";
import type { Drill, Question } from "../types.ts";
import { rowTexts } from "./messages.ts";
import { RowItem } from "./row-item.tsx";
import "./rows.css";

const asQuery = (question: Question, drill: Drill, fact: Fact | undefined) => {
  const { compare: _compare, projectId, ...rest } = question;
  return {
    ...rest,
    ...(projectId ? { projectId: [...projectId] } : {}),
    metricId: drill.metricId,
    ...(drill.groupBy && drill.group !== undefined ? { groupBy: drill.groupBy as Dimension, group: drill.group } : {}),
    ...(fact ? { fact } : {}),
  };
};

function Rows({
  question,
  drill,
  metric,
}: {
  readonly question: Question;
  readonly drill: Drill;
  readonly metric: CatalogueMetric;
}): ReactElement {
  const t = useMessages(rowTexts);
  const words = useMessages(figureTexts);
  const format = useFormat();
  const client = useClient();
  const [fact, setFact] = useState<Fact>();
  const query = asQuery(question, drill, fact);
  const list = usePagedOperation(insights.listRows, { query: { ...query, limit: 50 } });
  const { data: first } = useOperation(insights.listRows, { query: { ...query, limit: 1 } });
  const several = metric.sources.length > 1;
  return (
    <section className="in-rows">
      <header className="in-rows-head">
        {several && (
          <Segmented<Fact>
            size="small"
            options={metric.sources.map((value) => ({ value, label: words.facts[value] }))}
            value={fact ?? metric.sources[0] ?? "order_lines"}
            onChange={setFact}
          />
        )}
        <span className="yt-figures">
          {typeof first?.rowCount === "number" && t.count({ count: format.number(first.rowCount) })}
        </span>
        <a href={client.url(insights.exportRows, { query })} download>
          {t.export}
        </a>
      </header>
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton columns={["1fr", "80px"]} />}
      {!list.loading && !list.problem && list.items.length === 0 && <p className="in-rows-none">{t.none}</p>}
      <ul aria-label={words.rows({ count: "" }).trim()}>
        {list.items.map((row) => (
          <RowItem
            key={`${row.fact}-${row.sourceId}-${row.importId}-${row.rowNumber}-${row.fact === "events" ? row.occurredAt + row.actor : ""}`}
            row={row}
          />
        ))}
      </ul>
      <MoreButton list={list} label={t.more} />
    </section>
  );
}

function About({
  question,
  drill,
  metric,
}: {
  readonly question: Question;
  readonly drill: Drill;
  readonly metric: CatalogueMetric;
}): ReactElement {
  const words = useMessages(figureTexts);
  const text = useLocalText();
  const { projectId, ...rest } = question;
  const grouped = drill.groupBy ? { groupBy: drill.groupBy as Dimension, limit: 1000 } : {};
  const query = {
    ...rest,
    ...(projectId ? { projectId: [...projectId] } : {}),
    metricId: [drill.metricId],
    ...grouped,
  };
  const { data } = useOperation(insights.queryMetrics, { query }, { live: ["import"] });
  const origin = useOriginText(data?.origin);
  const figure = useFigureText(data?.origin.currency ?? "CNY");
  const values = drill.groupBy ? data?.groups.find((group) => group.key === drill.group)?.values : data?.totals;
  const value = values?.[drill.metricId]?.value ?? null;
  return (
    <>
      <p className="in-rows-value yt-figures">{figure(value, metric.unit, false)}</p>
      <Facts
        items={[
          { key: "definition", label: words.definition, value: text(metric.definition) },
          ...(origin?.facts ?? []),
        ]}
      />
    </>
  );
}

interface Props {
  readonly question: Question;
  readonly drill: Drill | undefined;
  readonly onClose: () => void;
}

/** What is behind a figure: its definition, where it comes from, and its rows down to the line of the file. */
export function RowsPeek({ question, drill, onClose }: Props): ReactElement | null {
  const text = useLocalText();
  const groupName = useGroupName();
  const metric = useMetrics().find((each) => each.id === drill?.metricId);
  if (!drill || !metric) return null;
  const group =
    drill.groupBy && drill.group !== undefined
      ? groupName(drill.groupBy as Dimension, { key: drill.group, label: null })
      : undefined;
  const key = JSON.stringify(drill);
  return (
    <PeekPanel
      open
      onClose={onClose}
      code={group ?? text(metric.name)}
      title={group ? `${text(metric.name)} · ${group}` : text(metric.name)}
    >
      <About key={`about ${key}`} question={question} drill={drill} metric={metric} />
      <Rows key={key} question={question} drill={drill} metric={metric} />
    </PeekPanel>
  );
}
