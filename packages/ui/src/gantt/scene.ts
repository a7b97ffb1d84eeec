import type { ColourTokens } from "../theme/tokens.ts";
import { type DayKind, type DayKindOf, dayText } from "../timeline/day.ts";
import type { TimeScale } from "../timeline/time-scale.ts";
import type { GanttRows } from "./gantt-rows.ts";
import type { GanttLink } from "./gantt-types.ts";

/** A link between two shown rows. */
export interface SceneLink {
  readonly link: GanttLink;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly critical: boolean;
}

/** What is being dragged right now. */
export interface SceneDrag {
  /** New days by row: the carried bar and those that would follow it. */
  readonly ghosts: ReadonlyMap<number, { readonly start: number; readonly end: number }>;
  readonly note: string;
  /** A link being drawn, from and to in chart coordinates. */
  readonly draft?: readonly [number, number, number, number];
}

/** Everything a painting needs; made anew when data, theme or zoom change. */
export interface Scene {
  readonly rows: GanttRows;
  readonly links: readonly SceneLink[];
  readonly scale: TimeScale;
  readonly colours: ColourTokens;
  readonly font: string;
  readonly today: number;
  readonly focusIndex: number;
  readonly selectedLink: string | undefined;
  readonly kindOf: (day: number) => DayKind;
  readonly monthLabel: (day: number) => string;
  readonly marks: { readonly holiday: string; readonly makeup: string };
}

export interface Region {
  /** Left edge of what is in sight, inside the region. */
  readonly viewX: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Links whose both ends are shown. */
export function sceneLinks(rows: GanttRows, links: readonly GanttLink[]): SceneLink[] {
  const shown: SceneLink[] = [];
  for (const link of links) {
    const from = rows.indexOf.get(link.from);
    const to = rows.indexOf.get(link.to);
    if (from === undefined || to === undefined) continue;
    const critical = rows.rows[from]?.task.critical === true && rows.rows[to]?.task.critical === true;
    shown.push({ link, from, to, top: Math.min(from, to), bottom: Math.max(from, to), critical });
  }
  return shown;
}

/** Kinds of days, asked once each. */
export function rememberedKinds(dayKind: DayKindOf): (day: number) => DayKind {
  const known = new Map<number, DayKind>();
  return (day) => {
    let kind = known.get(day);
    if (!kind) {
      kind = dayKind(dayText(day));
      known.set(day, kind);
    }
    return kind;
  };
}
