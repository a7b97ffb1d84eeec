import { channelOf } from "@yutu/projects/domain";
import type { CalendarItem } from "@yutu/ui";
import type { Calendar, CalendarTask } from "./use-calendar.ts";

interface Options {
  readonly laneOf: (task: CalendarTask) => string;
  readonly colourOf: (task: CalendarTask) => string;
  readonly moneyOf: (task: CalendarTask) => string | undefined;
  readonly clashing: ReadonlySet<string>;
  readonly editable: boolean;
  /** First day shown. */
  readonly from: string;
  /** Projects that are not agreed yet; their tasks are drawn dashed. */
  readonly tentative: ReadonlySet<string>;
}

export const channelColour = (task: CalendarTask): string => channelOf(task.channel ?? "other").colour;

/** Tasks as bars of a calendar. */
export function itemsOf(tasks: readonly CalendarTask[], options: Options): CalendarItem[] {
  return tasks.map((task) => {
    const note = options.moneyOf(task);
    // What began before the first day shown keeps its name in sight; its beginning cannot be moved from here.
    const begun = task.startDate < options.from;
    return {
      id: task.id,
      lane: options.laneOf(task),
      name: task.title,
      start: begun ? options.from : task.startDate,
      finish: task.dueDate,
      ...(note === undefined ? {} : { note }),
      tentative: options.tentative.has(task.projectId),
      point: task.milestone,
      clash: options.clashing.has(task.id),
      movable: options.editable && !begun && task.status !== "done" && task.status !== "cancelled",
      colour: options.colourOf(task),
    };
  });
}

export const NODE = "node:";
export const PROJECT = "project:";

/** Promotion days as items of their own lane. */
export const nodeItems = (
  calendar: Calendar,
  text: (name: Calendar["nodes"][number]["name"]) => string,
  colour: string,
): CalendarItem[] =>
  calendar.nodes.map((node) => ({
    id: `${NODE}${node.date}${node.name.en}`,
    lane: NODE,
    name: text(node.name),
    start: node.date,
    finish: node.date,
    point: true,
    movable: false,
    colour,
  }));

/** Whole projects as bars of their own lane. */
export const projectItems = (calendar: Calendar, from: string): CalendarItem[] =>
  calendar.projects.map((project) => ({
    id: PROJECT + project.id,
    lane: PROJECT,
    name: project.name,
    // A project that began before the first day shown has its name in sight all the same.
    start: project.startDate < from ? from : project.startDate,
    finish: project.endDate,
    tentative: project.status === "draft" || project.status === "in_review",
    movable: false,
    colour: project.color,
  }));

/** Projects whose plan is not approved. */
export const tentativeProjects = (calendar: Calendar): ReadonlySet<string> =>
  new Set(calendar.projects.filter((p) => p.status === "draft" || p.status === "in_review").map((p) => p.id));
