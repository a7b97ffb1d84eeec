import { isResting } from "../timeline/day.ts";
import { dayAt, xOf } from "../timeline/time-scale.ts";
import { ROW_PX } from "./geometry.ts";
import type { Region, Scene } from "./scene.ts";

/** Below this width of a day, shading would only make the ground grey. */
const SHADE_FROM_PX = 3;

/** Ground of the chart: the focused row, resting days, lines between rows, today. */
export function drawGround(context: CanvasRenderingContext2D, scene: Scene, region: Region): void {
  const { colours, scale, rows } = scene;
  const bottom = Math.min(region.y + region.height, rows.rows.length * ROW_PX);
  context.fillStyle = colours.surface;
  context.fillRect(region.x, region.y, region.width, region.height);
  if (scene.focusIndex >= 0) {
    context.fillStyle = colours.rowSelected;
    context.fillRect(region.x, scene.focusIndex * ROW_PX, region.width, ROW_PX);
  }
  const lastDay = dayAt(scale, region.x + region.width) + 1;
  if (scale.dayPx >= SHADE_FROM_PX) {
    context.fillStyle = colours.nonWorking;
    for (let day = dayAt(scale, region.x); day < lastDay; day += 1) {
      if (isResting(scene.kindOf(day))) context.fillRect(xOf(scale, day), region.y, scale.dayPx, region.height);
    }
  }
  context.fillStyle = colours.softLine;
  const firstRow = Math.max(0, Math.floor(region.y / ROW_PX));
  for (let row = firstRow; (row + 1) * ROW_PX <= bottom; row += 1) {
    context.fillRect(region.x, (row + 1) * ROW_PX - 1, region.width, 1);
  }
}

/** The line of today, over everything. */
export function drawToday(context: CanvasRenderingContext2D, scene: Scene, region: Region): void {
  const x = Math.round(xOf(scene.scale, scene.today) + scene.scale.dayPx / 2);
  if (x < region.x || x > region.x + region.width) return;
  context.fillStyle = scene.colours.accentText;
  context.fillRect(x, region.y, 1, region.height);
}
