import { mixHex } from "../theme/contrast.ts";
import { xOf } from "../timeline/time-scale.ts";
import type { GanttRow } from "./gantt-rows.ts";
import { BAR_PX, BASELINE_TOP_PX, barBox, MILESTONE_PX, ROW_PX } from "./geometry.ts";
import type { BarBox } from "./link-path.ts";
import type { Scene } from "./scene.ts";

const RADIUS_PX = 3;
const SUMMARY_PX = 7;
const SUMMARY_TIP_PX = 5;
const LABEL_GAP_PX = 8;

function fills({ colours }: Scene, { task }: GanttRow): readonly [done: string, rest: string] {
  if (task.critical) return [colours.barCritical, colours.barCriticalRest];
  if (task.colour) return [mixHex(task.colour, colours.surface, 0.82), mixHex(task.colour, colours.surface, 0.34)];
  return [colours.bar, colours.barRest];
}

/** A summary is a dark bracket over its children. */
function drawSummary(context: CanvasRenderingContext2D, scene: Scene, row: GanttRow, box: BarBox): void {
  const top = box.middle - 5;
  context.fillStyle = row.task.critical ? scene.colours.error : scene.colours.barSummary;
  context.fillRect(box.left, top, box.right - box.left, SUMMARY_PX);
  const tip = Math.min(SUMMARY_TIP_PX, (box.right - box.left) / 2);
  for (const [x, direction] of [
    [box.left, 1],
    [box.right, -1],
  ] as const) {
    context.beginPath();
    context.moveTo(x, top + SUMMARY_PX);
    context.lineTo(x + direction * tip, top + SUMMARY_PX);
    context.lineTo(x, top + SUMMARY_PX + SUMMARY_TIP_PX);
    context.fill();
  }
}

function drawDiamond(context: CanvasRenderingContext2D, scene: Scene, row: GanttRow, box: BarBox): void {
  const centre = (box.left + box.right) / 2;
  const half = MILESTONE_PX / 2 + 0.5;
  context.fillStyle = row.task.critical ? scene.colours.error : scene.colours.accent;
  context.beginPath();
  context.moveTo(centre, box.middle - half);
  context.lineTo(centre + half, box.middle);
  context.lineTo(centre, box.middle + half);
  context.lineTo(centre - half, box.middle);
  context.fill();
}

function drawBar(context: CanvasRenderingContext2D, scene: Scene, row: GanttRow, box: BarBox): void {
  const width = box.right - box.left;
  const done = width * Math.max(0, Math.min(1, row.task.progress));
  const [doneFill, restFill] = fills(scene, row);
  context.fillStyle = restFill;
  context.beginPath();
  context.roundRect(box.left, box.top, width, BAR_PX, RADIUS_PX);
  context.fill();
  if (done <= 0) return;
  context.fillStyle = doneFill;
  context.beginPath();
  context.roundRect(box.left, box.top, done, BAR_PX, done >= width - 1 ? RADIUS_PX : [RADIUS_PX, 0, 0, RADIUS_PX]);
  context.fill();
}

export function drawRow(context: CanvasRenderingContext2D, scene: Scene, index: number): void {
  const row = scene.rows.rows[index];
  if (!row) return;
  const box = barBox(row, index, scene.scale);
  if (!Number.isNaN(row.baseStart)) {
    context.fillStyle = scene.colours.baseline;
    const left = xOf(scene.scale, row.baseStart);
    context.fillRect(left, index * ROW_PX + BASELINE_TOP_PX, xOf(scene.scale, row.baseEnd) - left, 3);
  }
  if (row.summary) drawSummary(context, scene, row, box);
  else if (row.task.milestone) drawDiamond(context, scene, row, box);
  else drawBar(context, scene, row, box);
  context.fillStyle = row.summary || row.task.milestone ? scene.colours.secondary : scene.colours.ink;
  context.fillText(row.task.name, box.right + LABEL_GAP_PX, box.middle + 0.5);
}

/** Where a dragged bar, and those that follow it, would lie. */
export function drawGhost(
  context: CanvasRenderingContext2D,
  scene: Scene,
  index: number,
  days: { start: number; end: number },
): void {
  const row = scene.rows.rows[index];
  if (!row) return;
  const box = barBox(row, index, scene.scale, days);
  context.strokeStyle = scene.colours.primaryText;
  context.fillStyle = scene.colours.primaryText;
  context.lineWidth = 1.5;
  context.beginPath();
  context.roundRect(box.left, box.top, box.right - box.left, BAR_PX, RADIUS_PX);
  context.globalAlpha = 0.16;
  context.fill();
  context.globalAlpha = 1;
  context.stroke();
}
