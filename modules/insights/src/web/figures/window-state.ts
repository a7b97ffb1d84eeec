import { addDays, calendarDate, parseCalendarDate } from "@yutu/kernel";
import { z } from "zod";
import type { Question } from "../types.ts";

export const RANGES = ["project", "week", "month", "quarter", "all"] as const;
export type Range = (typeof RANGES)[number];

/** Days, comparison and conditions as they stand in the address. */
export const windowState = z.object({
  range: z.enum(RANGES).default("month"),
  /** Two dates chosen by hand; they go before the range. */
  dates: z.array(z.string()).default([]),
  compare: z.array(z.enum(["before", "year"])).default(["before"]),
  channel: z.array(z.string()).default([]),
  source: z.array(z.string()).default([]),
});

/** Inside a project its own days come first. */
export const projectWindowState = windowState.extend({ range: z.enum(RANGES).default("project") });

export type WindowState = z.output<typeof windowState>;

/** Where all of the time begins. */
export const FIRST_DAY = "2000-01-01";
const LENGTHS: Readonly<Record<"week" | "month" | "quarter", number>> = { week: 7, month: 30, quarter: 90 };

interface ProjectDays {
  readonly startDate: string;
  readonly endDate: string;
}

function daysOf(range: Range, today: string, project: ProjectDays | undefined): { from: string; to: string } {
  if (range === "all") return { from: FIRST_DAY, to: today };
  if (range === "project" && project) {
    const begun = project.startDate <= today;
    return { from: project.startDate, to: begun && today < project.endDate ? today : project.endDate };
  }
  const length = LENGTHS[range === "project" ? "month" : range];
  return { from: addDays(calendarDate(today), 1 - length), to: today };
}

const isDay = (text: string | undefined): text is string => text !== undefined && parseCalendarDate(text).ok;

/** The question that a state of the chips asks. */
export function questionOf(
  state: WindowState,
  today: string,
  project?: ProjectDays & { readonly id: string },
): Question {
  const days = daysOf(state.range, today, project);
  const [from, to] = state.dates;
  const chosen = { from: isDay(from) ? from : days.from, to: isDay(to) ? to : days.to };
  const ordered = chosen.from <= chosen.to ? chosen : { from: chosen.to, to: chosen.from };
  return {
    ...ordered,
    // Before all of the time lies nothing to compare with.
    compare: ordered.from === FIRST_DAY ? "none" : (state.compare[0] ?? "none"),
    ...(project ? { projectId: [project.id] } : {}),
    ...(state.channel[0] ? { channel: state.channel[0] } : {}),
    ...(state.source[0] ? { sourceId: state.source[0] } : {}),
  };
}

/** How a trend over a window is split so that its line can be read. */
export function trendSplit({ from, to }: Pick<Question, "from" | "to">): "day" | "week" | "month" {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000 + 1;
  if (days <= 100) return "day";
  return days <= 400 ? "week" : "month";
}
