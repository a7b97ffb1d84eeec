import { DIMENSIONS, type Dimension } from "@yutu/metrics/domain";
import { z } from "zod";
import { windowState } from "../figures/window-state.ts";

/** The whole question in the address: a link is a saved analysis. */
export const exploreState = windowState.extend({
  metric: z.array(z.string()).default(["gmv", "orders", "aov"]),
  by: z.enum(DIMENSIONS).default("channel"),
  draw: z.enum(["auto", "line", "bar", "none"]).default("auto"),
  project: z.array(z.string()).default([]),
});

export type ExploreState = z.output<typeof exploreState>;

export const isTime = (dimension: Dimension): boolean => ["day", "week", "month"].includes(dimension);

/** What is drawn: time as lines, anything else as bars, unless the person chose. */
export function drawnAs(state: ExploreState): "line" | "bar" | "none" {
  if (state.draw !== "auto") return state.draw;
  return isTime(state.by) ? "line" : "bar";
}
