import { barBox } from "./geometry.ts";
import { linkPath } from "./link-path.ts";
import type { Scene, SceneLink } from "./scene.ts";

const ARROW_PX = 4;

/** The broken line of a link in chart coordinates. */
export function pathOf(scene: Scene, { link, from, to }: SceneLink): number[] {
  const first = scene.rows.rows[from];
  const second = scene.rows.rows[to];
  if (!first || !second) return [];
  return linkPath(barBox(first, from, scene.scale), barBox(second, to, scene.scale), link.type);
}

function arrowHead(context: CanvasRenderingContext2D, path: readonly number[]): void {
  const x = path.at(-2) ?? 0;
  const y = path.at(-1) ?? 0;
  const direction = x >= (path.at(-4) ?? 0) ? 1 : -1;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x - direction * (ARROW_PX + 1), y - ARROW_PX);
  context.lineTo(x - direction * (ARROW_PX + 1), y + ARROW_PX);
  context.fill();
}

/** Lines and arrows of the links that touch the rows from `first` to `last`. */
export function drawLinks(context: CanvasRenderingContext2D, scene: Scene, first: number, last: number): void {
  context.lineJoin = "round";
  for (const each of scene.links) {
    if (each.bottom < first || each.top > last) continue;
    const selected = each.link.id === scene.selectedLink;
    const colour = selected ? scene.colours.primaryText : each.critical ? scene.colours.error : scene.colours.link;
    const path = pathOf(scene, each);
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = selected ? 2.5 : 1.25;
    context.beginPath();
    context.moveTo(path[0] ?? 0, path[1] ?? 0);
    for (let at = 2; at < path.length; at += 2) context.lineTo(path[at] ?? 0, path[at + 1] ?? 0);
    context.stroke();
    arrowHead(context, path);
  }
}
