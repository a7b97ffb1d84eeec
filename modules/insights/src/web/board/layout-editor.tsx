import { useMessages } from "@yutu/i18n";
import { DIMENSIONS, type Dimension } from "@yutu/metrics/domain";
import { useLocalText } from "@yutu/projects/web";
import { ChevronDownIcon, PlusIcon, ProblemNotice, TrashIcon, useCommand } from "@yutu/ui";
import { Button, Checkbox, Select } from "antd";
import { type ReactElement, useState } from "react";
import { insights } from "../../contract/index.ts";
import { TILE_CHARTS, type TileChart } from "../../domain/dashboard.ts";
import { chartTexts } from "../charts/messages.ts";
import { useMetrics } from "../figures/use-metrics.ts";
import type { Dashboard, Tile } from "../types.ts";
import { boardTexts } from "./messages.ts";

const NEW_TILE: Tile = { metricIds: ["gmv"], groupBy: "channel", chart: "bar", half: true };

interface TileProps {
  readonly tile: Tile;
  readonly number: number;
  readonly onChange: (tile: Tile) => void;
  readonly onMove: (step: -1 | 1) => void;
  readonly onRemove: () => void;
}

function TileFields({ tile, number, onChange, onMove, onRemove }: TileProps): ReactElement {
  const t = useMessages(boardTexts);
  const words = useMessages(chartTexts);
  const text = useLocalText();
  const metrics = useMetrics();
  const chosen = metrics.filter((metric) => tile.metricIds.includes(metric.id));
  const splits = DIMENSIONS.filter((dimension) => chosen.every((metric) => metric.dimensions.includes(dimension)));
  const figures = tile.chart === "figures";
  return (
    <li className="in-editor-tile">
      <Select<string[]>
        mode="multiple"
        className="in-editor-metrics"
        aria-label={`${t.tile({ number })} ${t.metrics}`}
        value={[...tile.metricIds]}
        optionFilterProp="label"
        options={metrics.map((metric) => ({ value: metric.id, label: text(metric.name) }))}
        onChange={(metricIds) => metricIds.length > 0 && onChange({ ...tile, metricIds })}
      />
      <Select<TileChart>
        className="in-editor-split"
        aria-label={`${t.tile({ number })} ${t.chart}`}
        value={tile.chart}
        options={TILE_CHARTS.map((value) => ({ value, label: t.charts[value] }))}
        onChange={(chart) => {
          const split = chart === "line" ? "day" : (tile.groupBy ?? "channel");
          onChange({ ...tile, chart, groupBy: chart === "figures" ? null : split });
        }}
      />
      <Select<Dimension | "">
        className="in-editor-split"
        aria-label={`${t.tile({ number })} ${t.split}`}
        disabled={figures}
        value={tile.groupBy ?? ""}
        options={
          figures ? [{ value: "", label: t.none }] : splits.map((value) => ({ value, label: words.dimensions[value] }))
        }
        onChange={(groupBy) => onChange({ ...tile, groupBy: groupBy === "" ? null : groupBy })}
      />
      <Checkbox
        checked={tile.half}
        disabled={figures}
        onChange={(event) => onChange({ ...tile, half: event.target.checked })}
      >
        {t.half}
      </Checkbox>
      <Button
        size="small"
        type="text"
        aria-label={`${t.tile({ number })} ${t.up}`}
        icon={<ChevronDownIcon style={{ rotate: "180deg" }} />}
        onClick={() => onMove(-1)}
      />
      <Button
        size="small"
        type="text"
        aria-label={`${t.tile({ number })} ${t.down}`}
        icon={<ChevronDownIcon />}
        onClick={() => onMove(1)}
      />
      <Button
        size="small"
        type="text"
        aria-label={`${t.tile({ number })} ${t.remove}`}
        icon={<TrashIcon />}
        onClick={onRemove}
      />
    </li>
  );
}

const moved = (tiles: readonly Tile[], from: number, step: -1 | 1): readonly Tile[] => {
  const tile = tiles[from];
  const to = from + step;
  if (!tile || to < 0 || to >= tiles.length) return tiles;
  return tiles.toSpliced(from, 1).toSpliced(to, 0, tile);
};

/** Which tiles a dashboard has, and in what order; everybody who reads it sees the result. */
export function LayoutEditor({
  dashboard,
  onDone,
}: {
  readonly dashboard: Dashboard;
  readonly onDone: () => void;
}): ReactElement {
  const t = useMessages(boardTexts);
  const [tiles, setTiles] = useState<readonly Tile[]>(dashboard.tiles);
  const save = useCommand(insights.saveDashboard, { quiet: true, done: onDone });
  const reset = useCommand(insights.resetDashboard, { done: onDone });
  const place = { reader: dashboard.reader, ...(dashboard.projectId ? { projectId: dashboard.projectId } : {}) };
  const version = dashboard.version === null ? {} : { expectedVersion: dashboard.version };
  return (
    <section className="in-editor" aria-label={t.edit}>
      <ProblemNotice problem={save.problem} />
      <ol>
        {tiles.map((tile, i) => (
          <TileFields
            // tiles have no names of their own; the list is replaced as a whole
            key={i}
            tile={tile}
            number={i + 1}
            onChange={(next) => setTiles(tiles.with(i, next))}
            onMove={(step) => setTiles(moved(tiles, i, step))}
            onRemove={() => setTiles(tiles.toSpliced(i, 1))}
          />
        ))}
      </ol>
      <div className="in-editor-buttons">
        <Button icon={<PlusIcon />} onClick={() => setTiles([...tiles, NEW_TILE])}>
          {t.add}
        </Button>
        <Button
          type="primary"
          loading={save.pending}
          disabled={tiles.length === 0}
          onClick={() =>
            void save.run({
              body: { ...place, ...version, tiles: tiles.map((tile) => ({ ...tile, metricIds: [...tile.metricIds] })) },
            })
          }
        >
          {t.save}
        </Button>
        <Button onClick={onDone}>{t.cancel}</Button>
        {dashboard.version !== null && (
          <Button type="text" loading={reset.pending} onClick={() => void reset.run({ query: place })}>
            {t.reset}
          </Button>
        )}
      </div>
    </section>
  );
}
