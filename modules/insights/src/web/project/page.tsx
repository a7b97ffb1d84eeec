import { useMessages } from "@yutu/i18n";
import { useProject, useToday } from "@yutu/projects/web";
import { Skeleton, useOperation, useUrlState } from "@yutu/ui";
import { type ReactElement, useMemo } from "react";
import { insights } from "../../contract/index.ts";
import { TileView } from "../board/tile-view.tsx";
import { NoData, QuietWindow, useHasFacts } from "../figures/no-data.tsx";
import { WindowChips } from "../figures/window-chips.tsx";
import { projectWindowState, questionOf } from "../figures/window-state.ts";
import { RowsPeek } from "../rows/rows-peek.tsx";
import { useDrill } from "../rows/use-drill.ts";
import "../board/board.css";
import { projectDataTexts } from "./messages.ts";
import { ProjectTrend } from "./project-trend.tsx";
import { useTargets } from "./use-targets.ts";

/** The figures of a project: against its targets, over time with the plan, and by channel. */
export default function ProjectData(): ReactElement {
  const t = useMessages(projectDataTexts);
  const project = useProject();
  const today = useToday();
  const [state, setState] = useUrlState(projectWindowState);
  const [drill, setDrill] = useDrill();
  const question = useMemo(() => questionOf(state, today, project), [state, today, project]);
  const facts = useHasFacts(question);
  const targets = useTargets(project.id);
  const { data: dashboard, loading } = useOperation(insights.getDashboard, {
    query: { reader: "project", projectId: project.id },
  });
  if (facts && !facts.ever) return <NoData projectId={project.id} />;
  return (
    <div className="in-page">
      <div className="in-page-main">
        <WindowChips state={state} onChange={setState} inProject />
        {facts && !facts.now && <QuietWindow onShowAll={() => setState({ range: "all", dates: [] })} />}
        {loading && <Skeleton />}
        <div className="in-tiles" hidden={facts !== undefined && !facts.now}>
          {dashboard?.tiles.map((tile, i) =>
            tile.chart === "line" ? (
              <div key={i} className="in-tile">
                <ProjectTrend question={question} metricIds={tile.metricIds} kpis={targets.kpis} />
              </div>
            ) : (
              <TileView
                key={i}
                tile={tile}
                label={t.strip}
                question={question}
                targets={targets.notes}
                onDrill={setDrill}
              />
            ),
          )}
        </div>
      </div>
      <RowsPeek question={question} drill={drill} onClose={() => setDrill(undefined)} />
    </div>
  );
}
