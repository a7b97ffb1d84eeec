import { useMessages } from "@yutu/i18n";
import { DIMENSIONS, type Dimension } from "@yutu/metrics/domain";
import { projects } from "@yutu/projects/contract";
import { useLocalText } from "@yutu/projects/web";
import { useOperation } from "@yutu/ui";
import { Select } from "antd";
import type { ReactElement } from "react";
import { chartTexts } from "../charts/messages.ts";
import { useMetrics } from "../figures/use-metrics.ts";
import type { ExploreState } from "./explore-state.ts";
import { exploreTexts } from "./messages.ts";

interface Props {
  readonly state: ExploreState;
  readonly onChange: (patch: Partial<ExploreState>) => void;
}

/** Which metrics, split by what, drawn how, for which project. Only splits that every chosen metric has are offered. */
export function QuestionFields({ state, onChange }: Props): ReactElement {
  const t = useMessages(exploreTexts);
  const words = useMessages(chartTexts);
  const text = useLocalText();
  const metrics = useMetrics();
  const { data: found } = useOperation(projects.listProjects, { query: { limit: 200 } }, { freshMs: 60_000 });
  const chosen = metrics.filter((metric) => state.metric.includes(metric.id));
  const splits = DIMENSIONS.filter((dimension) => chosen.every((metric) => metric.dimensions.includes(dimension)));
  const choose = (metric: string[]) => {
    const next = metrics.filter((each) => metric.includes(each.id));
    const kept = next.every((each) => each.dimensions.includes(state.by));
    onChange({ metric, ...(kept ? {} : { by: "day" }) });
  };
  return (
    <div className="in-question">
      <label className="in-question-metrics">
        <span>{t.metrics}</span>
        <Select<string[]>
          mode="multiple"
          aria-label={t.metrics}
          placeholder={t.pick}
          value={state.metric}
          optionFilterProp="label"
          options={metrics.map((metric) => ({
            value: metric.id,
            label: text(metric.name),
            title: text(metric.definition),
          }))}
          onChange={choose}
        />
      </label>
      <label>
        <span>{t.split}</span>
        <Select<Dimension>
          aria-label={t.split}
          value={state.by}
          options={splits.map((value) => ({ value, label: words.dimensions[value] }))}
          onChange={(by) => onChange({ by })}
        />
      </label>
      <label>
        <span>{t.draw}</span>
        <Select<ExploreState["draw"]>
          aria-label={t.draw}
          value={state.draw}
          options={(["auto", "line", "bar", "none"] as const).map((value) => ({ value, label: t.draws[value] }))}
          onChange={(draw) => onChange({ draw })}
        />
      </label>
      <label className="in-question-project">
        <span>{t.project}</span>
        <Select<string>
          aria-label={t.project}
          placeholder={t.allProjects}
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          {...(state.project[0] ? { value: state.project[0] } : {})}
          options={(found?.items ?? []).map((project) => ({ value: project.id, label: project.name }))}
          onChange={(project: string | undefined) => onChange({ project: project ? [project] : [] })}
        />
      </label>
    </div>
  );
}
