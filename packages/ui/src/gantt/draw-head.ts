import type { DayKind } from "../timeline/day.ts";
import { dayAt, dayOfMonth, dayTicks, monthTicks, xOf } from "../timeline/time-scale.ts";
import { HEAD_PX } from "./geometry.ts";
import type { Region, Scene } from "./scene.ts";

const MONTH_Y = 13;
const DAY_Y = 31;
/** Room for a mark beside the number of a day. */
const MARKS_FROM_PX = 24;
const DAILY_CLEAR_PX = 22;

function dayInk(scene: Scene, kind: DayKind): string {
  switch (kind) {
    case "holiday":
      return scene.colours.accentText;
    case "weekend":
      return scene.colours.tertiary;
    case "work":
    case "makeup":
      return scene.colours.secondary;
  }
}

function drawDay(context: CanvasRenderingContext2D, scene: Scene, day: number): void {
  const { scale, colours } = scene;
  const left = xOf(scale, day);
  const centre = left + scale.dayPx / 2;
  const label = String(dayOfMonth(day));
  const kind = scene.kindOf(day);
  if (day === scene.today) {
    context.fillStyle = colours.accentText;
    context.beginPath();
    context.roundRect(centre - 10, DAY_Y - 8, 20, 16, 4);
    context.fill();
  }
  context.fillStyle = day === scene.today ? colours.surface : dayInk(scene, kind);
  context.textAlign = "center";
  context.fillText(label, centre, DAY_Y + 0.5);
  context.textAlign = "left";
  if (scale.dayPx < MARKS_FROM_PX || (kind !== "holiday" && kind !== "makeup")) return;
  context.save();
  context.font = scene.font.replace(/[\d.]+px/, "9px");
  context.fillText(kind === "holiday" ? scene.marks.holiday : scene.marks.makeup, centre + 8, DAY_Y - 5);
  context.restore();
}

/** Months over days; holidays and extra working days are marked 休 and 班. */
export function drawHead(context: CanvasRenderingContext2D, scene: Scene, region: Region): void {
  const { colours, scale } = scene;
  context.fillStyle = colours.surface;
  context.fillRect(region.x, 0, region.width, HEAD_PX);
  const from = dayAt(scale, region.x) - 1;
  const to = dayAt(scale, region.x + region.width) + 2;
  for (const { day, days } of monthTicks(from, to)) {
    const left = xOf(scale, day);
    context.fillStyle = colours.line;
    context.fillRect(Math.round(left) - 1, 0, 1, HEAD_PX);
    context.fillStyle = colours.ink;
    context.save();
    context.beginPath();
    context.rect(left, 0, days * scale.dayPx - 4, HEAD_PX);
    context.clip();
    context.font = `600 ${scene.font}`;
    context.fillText(scene.monthLabel(day), Math.max(left, region.viewX) + 6, MONTH_Y);
    context.restore();
  }
  // today always has its label; neighbours that would touch it give way
  const clear = scale.dayPx < DAILY_CLEAR_PX ? Math.ceil(DAILY_CLEAR_PX / scale.dayPx) - 1 : 0;
  for (const day of dayTicks(from, to, scale.dayPx)) {
    if (Math.abs(day - scene.today) > clear) drawDay(context, scene, day);
  }
  if (scene.today >= from && scene.today <= to) drawDay(context, scene, scene.today);
  context.fillStyle = colours.line;
  context.fillRect(region.x, HEAD_PX - 1, region.width, 1);
}
