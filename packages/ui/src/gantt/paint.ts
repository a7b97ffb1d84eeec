import { xOf } from "../timeline/time-scale.ts";
import { drawGhost, drawRow } from "./draw-bars.ts";
import { drawGround, drawToday } from "./draw-ground.ts";
import { drawHead } from "./draw-head.ts";
import { drawLinks } from "./draw-links.ts";
import { HEAD_PX, ROW_PX } from "./geometry.ts";
import type { Region, Scene, SceneDrag } from "./scene.ts";

/** Makes a canvas as large as a region at the density of the screen, with its origin at the region's corner. */
function prepare(canvas: HTMLCanvasElement, region: Region, font: string): CanvasRenderingContext2D | undefined {
  const density = window.devicePixelRatio || 1;
  const width = Math.round(region.width * density);
  const height = Math.round(region.height * density);
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.style.width = `${region.width}px`;
  canvas.style.height = `${region.height}px`;
  canvas.style.transform = `translate(${region.x}px, ${region.y}px)`;
  const context = canvas.getContext("2d", { alpha: false });
  if (!context) return undefined;
  context.setTransform(density, 0, 0, density, -region.x * density, -region.y * density);
  context.font = font;
  context.textBaseline = "middle";
  return context;
}

/** The new dates, before the carried bar or, where the list would cover them, after it. */
function drawNote(
  context: CanvasRenderingContext2D,
  scene: Scene,
  index: number,
  days: { readonly start: number; readonly end: number },
  note: string,
  viewX: number,
): void {
  const width = context.measureText(note).width + 12;
  const before = xOf(scene.scale, days.start) - 8 - width;
  const left = before >= viewX + 4 ? before : xOf(scene.scale, days.end) + 8;
  context.fillStyle = scene.colours.ink;
  context.beginPath();
  context.roundRect(left, index * ROW_PX + 6, width, 20, 4);
  context.fill();
  context.fillStyle = scene.colours.surface;
  context.fillText(note, left + 6, index * ROW_PX + 16.5);
}

function drawDrag(context: CanvasRenderingContext2D, scene: Scene, drag: SceneDrag, viewX: number): void {
  for (const [index, days] of drag.ghosts) drawGhost(context, scene, index, days);
  const [carried] = drag.ghosts;
  if (carried) drawNote(context, scene, carried[0], carried[1], drag.note, viewX);
  if (drag.draft) {
    const [x1, y1, x2, y2] = drag.draft;
    context.strokeStyle = scene.colours.primaryText;
    context.lineWidth = 1.5;
    context.setLineDash([4, 3]);
    context.beginPath();
    context.moveTo(x1, y1);
    context.lineTo(x2, y2);
    context.stroke();
    context.setLineDash([]);
  }
}

/** Paints the part of the chart that a region shows. */
export function paintBody(canvas: HTMLCanvasElement, scene: Scene, region: Region, drag: SceneDrag | undefined): void {
  const context = prepare(canvas, region, scene.font);
  if (!context) return;
  const first = Math.max(0, Math.floor(region.y / ROW_PX));
  const last = Math.min(scene.rows.rows.length - 1, Math.floor((region.y + region.height) / ROW_PX));
  drawGround(context, scene, region);
  drawLinks(context, scene, first, last);
  for (let index = first; index <= last; index += 1) drawRow(context, scene, index);
  drawToday(context, scene, region);
  if (drag) drawDrag(context, scene, drag, region.viewX);
}

export function paintHead(canvas: HTMLCanvasElement, scene: Scene, region: Region): void {
  const head = { viewX: region.viewX, x: region.x, y: 0, width: region.width, height: HEAD_PX };
  const context = prepare(canvas, head, scene.font);
  if (context) drawHead(context, scene, head);
}
