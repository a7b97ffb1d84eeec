import { languageOf, useLocale, useMessages } from "@yutu/i18n";
import { useToday } from "@yutu/projects/web";
import { EmptyState, GroupTabs, PageHeader, useClient, useUrlState } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { insights } from "../../contract/index.ts";
import "../board/board.css";
import { GroupChart } from "../charts/group-chart.tsx";
import { MetricTable } from "../charts/metric-table.tsx";
import { TrendChart } from "../charts/trend-chart.tsx";
import { useAnswer } from "../charts/use-answer.ts";
import { NoData, useHasFacts } from "../figures/no-data.tsx";
import { OriginNote } from "../figures/origin-note.tsx";
import { WindowChips } from "../figures/window-chips.tsx";
import { questionOf, windowState } from "../figures/window-state.ts";
import { figureTexts } from "../messages.ts";
import { RowsPeek } from "../rows/rows-peek.tsx";
import { useDrill } from "../rows/use-drill.ts";
import type { Drill, Question } from "../types.ts";
import "./explore.css";
import { drawnAs, type ExploreState, exploreState } from "./explore-state.ts";
import { exploreTexts } from "./messages.ts";
import { QuestionFields } from "./question-fields.tsx";

function Download({ question, state }: { readonly question: Question; readonly state: ExploreState }): ReactElement {
  const t = useMessages(figureTexts);
  const client = useClient();
  const locale = languageOf(useLocale());
  const { projectId, ...rest } = question;
  const query = {
    ...rest,
    ...(projectId ? { projectId: [...projectId] } : {}),
    metricId: state.metric,
    groupBy: state.by,
    locale,
  };
  return (
    <a href={client.url(insights.exportMetrics, { query })} download>
      {t.export}
    </a>
  );
}

function Answer({
  question,
  state,
  onDrill,
}: {
  readonly question: Question;
  readonly state: ExploreState;
  readonly onDrill: (drill: Drill) => void;
}): ReactElement {
  const { metric: metricIds, by: groupBy } = state;
  const { data } = useAnswer(question, { metricIds, groupBy, limit: 200 });
  const drawn = drawnAs(state);
  return (
    <>
      <OriginNote origin={data?.origin} withheld={data?.withheld ?? []} />
      <div className="in-tiles">
        {drawn !== "none" && (
          <div className="in-tile">
            {drawn === "line" ? (
              <TrendChart question={question} metricIds={metricIds} />
            ) : (
              <GroupChart question={question} metricIds={metricIds.slice(0, 1)} groupBy={groupBy} onDrill={onDrill} />
            )}
          </div>
        )}
        <div className="in-tile" data-flush="true">
          <MetricTable question={question} metricIds={metricIds} groupBy={groupBy} onDrill={onDrill} />
        </div>
      </div>
    </>
  );
}

/** Any metric by any dimension, as table and chart; the question is the address. */
export default function Explore(): ReactElement {
  const t = useMessages(exploreTexts);
  const today = useToday();
  const [state, setState] = useUrlState(exploreState);
  const [drill, setDrill] = useDrill();
  const question = useMemo((): Question => {
    const asked = questionOf(windowState.parse(state), today);
    return state.project[0] ? { ...asked, projectId: [state.project[0]] } : asked;
  }, [state, today]);
  const facts = useHasFacts(question);
  if (facts && !facts.ever && state.project.length === 0)
    return (
      <>
        <PageHeader title={t.title} tabs={<GroupTabs group="insights" />} />
        <NoData />
      </>
    );
  return (
    <>
      <PageHeader title={t.title} tabs={<GroupTabs group="insights" />} />
      <div className="in-page">
        <div className="in-page-main">
          <QuestionFields state={state} onChange={setState} />
          <WindowChips state={state} onChange={setState} trailing={<Download question={question} state={state} />} />
          {state.metric.length === 0 ? (
            <EmptyState text={t.choose} />
          ) : (
            <Answer question={question} state={state} onDrill={setDrill} />
          )}
        </div>
        <RowsPeek question={question} drill={drill} onClose={() => setDrill(undefined)} />
      </div>
    </>
  );
}
