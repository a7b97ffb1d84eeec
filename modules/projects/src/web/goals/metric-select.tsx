import { useMessages } from "@yutu/i18n";
import { factsOf, findMetric, METRICS, type Metric } from "@yutu/metrics/domain";
import { Select } from "antd";
import type { ReactElement } from "react";
import { useLocalText } from "../look/use-local-text.ts";
import { goalTexts } from "./messages.ts";
import "./goals.css";

interface Props {
  readonly value: string | null;
  readonly onChange: (metric: Metric) => void;
  readonly wrong?: boolean;
}

/** Chooses a metric of the catalogue; each says how it is computed and from which facts. */
export function MetricSelect({ value, onChange, wrong = false }: Props): ReactElement {
  const t = useMessages(goalTexts);
  const text = useLocalText();
  return (
    <Select
      showSearch={{
        filterOption: (typed, option) =>
          [option?.label, option?.value, option?.metric.name.en, option?.metric.name.zh].some((word) =>
            String(word ?? "")
              .toLowerCase()
              .includes(typed.toLowerCase()),
          ),
      }}
      value={value}
      placeholder={t.pickMetric}
      status={wrong ? "error" : ""}
      popupMatchSelectWidth={360}
      options={METRICS.map((metric) => ({ value: metric.id, label: text(metric.name), metric }))}
      optionRender={({ data }) => (
        <span className="pj-metric-option">
          <span>{data.label}</span>
          <span className="pj-metric-about">
            {text(data.metric.definition)} ·{" "}
            {factsOf(data.metric)
              .map((fact) => t.facts[fact])
              .join(" + ")}
          </span>
        </span>
      )}
      onChange={(id: string) => {
        const metric = findMetric(id);
        if (metric) onChange(metric);
      }}
    />
  );
}
