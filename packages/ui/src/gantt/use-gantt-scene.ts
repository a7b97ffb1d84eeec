import { useFormat, useMessages } from "@yutu/i18n";
import { useMemo } from "react";
import { fontFamily } from "../theme/tokens.ts";
import { useColours } from "../theme/use-appearance.ts";
import { type DayKindOf, dayNumber, dayText, plainWeek } from "../timeline/day.ts";
import type { TimeScale } from "../timeline/time-scale.ts";
import { type GanttRows, ganttRows } from "./gantt-rows.ts";
import type { GanttLink, GanttTask } from "./gantt-types.ts";
import { ganttTexts } from "./messages.ts";
import { rememberedKinds, type Scene, type SceneLink, sceneLinks } from "./scene.ts";

const BEFORE_DAYS = 14;
const AFTER_DAYS = 60;
const FONT = `12.5px ${fontFamily}`;

export interface GanttPlan {
  readonly rows: GanttRows;
  readonly links: readonly SceneLink[];
  readonly scale: TimeScale;
  /** Names of the tasks that each task follows. */
  readonly after: ReadonlyMap<string, string>;
}

function namesBefore(
  tasks: readonly GanttTask[],
  links: readonly GanttLink[],
  join: (names: readonly string[]) => string,
): Map<string, string> {
  const names = new Map(tasks.map((task) => [task.id, task.name]));
  const before = new Map<string, string[]>();
  for (const link of links) before.set(link.to, [...(before.get(link.to) ?? []), names.get(link.from) ?? ""]);
  return new Map([...before].map(([id, list]) => [id, join(list)]));
}

/** Lines, links and time scale of the tasks; some room is left around them. */
export function useGanttPlan(
  tasks: readonly GanttTask[],
  links: readonly GanttLink[],
  closed: ReadonlySet<string>,
  today: string,
  dayPx: number,
): GanttPlan {
  const format = useFormat();
  const rows = useMemo(() => ganttRows(tasks, closed), [tasks, closed]);
  const shown = useMemo(() => sceneLinks(rows, links), [rows, links]);
  const after = useMemo(() => namesBefore(tasks, links, format.enumerate), [tasks, links, format]);
  const scale = useMemo(() => {
    const now = dayNumber(today);
    const from = tasks.length === 0 ? now : rows.from;
    const to = tasks.length === 0 ? now + 1 : rows.to;
    return { firstDay: from - BEFORE_DAYS, endDay: to + AFTER_DAYS, dayPx };
  }, [rows, tasks.length, today, dayPx]);
  return { rows, links: shown, scale, after };
}

export function useScene(
  plan: GanttPlan,
  today: string,
  dayKind: DayKindOf | undefined,
  focusIndex: number,
  selectedLink: string | undefined,
): Scene {
  const t = useMessages(ganttTexts);
  const format = useFormat();
  const colours = useColours();
  const kindOf = useMemo(() => rememberedKinds(dayKind ?? plainWeek), [dayKind]);
  return useMemo(
    () => ({
      rows: plan.rows,
      links: plan.links,
      scale: plan.scale,
      colours,
      font: FONT,
      today: dayNumber(today),
      focusIndex,
      selectedLink,
      kindOf,
      monthLabel: (day) => format.month(dayText(day)),
      marks: { holiday: t.holiday, makeup: t.makeup },
    }),
    [plan.rows, plan.links, plan.scale, colours, today, focusIndex, selectedLink, kindOf, format, t],
  );
}
