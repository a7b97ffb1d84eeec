import { useMessages } from "@yutu/i18n";
import { Tooltip } from "antd";
import type { ReactElement } from "react";
import { figureTexts } from "../messages.ts";
import type { Figure, MetricHead } from "../types.ts";
import "./figures.css";
import { useChangeText } from "./use-change-text.ts";
import type { FigureText } from "./use-figure-text.ts";

interface Props {
  readonly figure: Figure | undefined;
  readonly metric: MetricHead;
  readonly name: string;
  readonly text: FigureText;
  /** Source, window and time, as lines. */
  readonly origin: string;
  readonly compared: boolean;
  readonly onOpen?: () => void;
}

/** One figure of a table: says where it comes from on hover and focus, and opens its rows. */
export function FigureCell({ figure, metric, name, text, origin, compared, onOpen }: Props): ReactElement {
  const t = useMessages(figureTexts);
  const change = useChangeText();
  const value = figure?.value ?? null;
  const full = text(value, metric.unit, false);
  const delta = compared && figure ? change(figure, metric) : undefined;
  const about = [`${name} ${full}`, delta?.text, origin].filter(Boolean).join("\n");
  const shown = (
    <>
      {text(value, metric.unit)}
      {delta && delta.tone !== "quiet" && (
        <span className="in-delta" data-tone={delta.tone} aria-hidden="true">
          {(delta.tone === "good") === (metric.direction === "up") ? "▲" : "▼"}
        </span>
      )}
    </>
  );
  return (
    <Tooltip title={<span className="in-tip">{about}</span>} trigger={["hover", "focus"]} mouseEnterDelay={0.3}>
      {onOpen && value !== null ? (
        <button
          type="button"
          className="yt-plain yt-figures in-figure"
          aria-label={t.open({ name, value: full })}
          onClick={onOpen}
        >
          {shown}
        </button>
      ) : (
        <span className="yt-figures">{shown}</span>
      )}
    </Tooltip>
  );
}
