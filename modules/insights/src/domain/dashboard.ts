import { type Dimension, dimensionsOf, findMetric } from "@yutu/metrics/domain";

/** For whom a dashboard is laid out. */
export const READERS = ["executive", "project", "channel"] as const;
export type Reader = (typeof READERS)[number];

export const TILE_CHARTS = ["figures", "line", "bar", "table"] as const;
export type TileChart = (typeof TILE_CHARTS)[number];

/** One part of a dashboard: some metrics, split or not, drawn in one way. Tiles stand in the order of the list. */
export interface Tile {
  readonly metricIds: readonly string[];
  readonly groupBy: Dimension | null;
  readonly chart: TileChart;
  /** Takes half the width on a wide screen. */
  readonly half: boolean;
}

const CORE = ["ad_spend", "gmv", "orders", "aov", "roi", "ctr", "cvr"];
const CHANNEL = [...CORE, "impressions", "clicks", "cpc", "new_buyers", "cac", "refund_rate"];

const tile = (metricIds: readonly string[], groupBy: Dimension | null, chart: TileChart, half = false): Tile => ({
  metricIds,
  groupBy,
  chart,
  half,
});

/** What each reader sees before anybody has laid it out anew. */
export const DEFAULT_TILES: Readonly<Record<Reader, readonly Tile[]>> = {
  executive: [
    tile(["gmv", "net_sales", "ad_spend", "roi", "orders", "new_buyers", "cac"], null, "figures"),
    tile(["gmv", "ad_spend"], "day", "line"),
    tile(["gmv"], "project", "bar", true),
    tile(["roi"], "channel", "bar", true),
    tile(["gmv", "net_sales", "ad_spend", "roi", "orders", "aov"], "project", "table"),
  ],
  project: [tile(CORE, null, "figures"), tile(["gmv", "ad_spend"], "day", "line"), tile(CHANNEL, "channel", "table")],
  channel: [
    tile(["impressions", "clicks", "ctr", "ad_spend", "cpc", "orders", "cvr"], null, "figures"),
    tile(["ctr", "cvr"], "day", "line"),
    tile(["gmv"], "channel", "bar", true),
    tile(["ad_spend"], "channel", "bar", true),
    tile(CHANNEL, "channel", "table"),
  ],
};

/** Why a tile cannot be drawn: a metric nobody knows, or a split that not every part of the metric has. */
export function tileComplaint(tile: Tile): "unknown_metric" | "unsplittable" | "needs_split" | null {
  const metrics = tile.metricIds.map(findMetric);
  if (metrics.some((metric) => metric === undefined)) return "unknown_metric";
  if (tile.groupBy === null) return tile.chart === "figures" ? null : "needs_split";
  const { groupBy } = tile;
  const splits = metrics.every((metric) => metric !== undefined && dimensionsOf(metric).includes(groupBy));
  return splits ? null : "unsplittable";
}
