import type { CalendarDate } from "@yutu/kernel";
import type { RecurrenceRule } from "../recurrence/index.ts";

/** An instant in UTC to the second, `YYYY-MM-DDTHH:MM:SSZ`. */
export type UtcInstant = string;

/** Whole days, both ends included, or two instants. */
export type EventTime =
  | { readonly kind: "all-day"; readonly first: CalendarDate; readonly last: CalendarDate }
  | { readonly kind: "timed"; readonly start: UtcInstant; readonly end: UtcInstant };

/** One VEVENT (RFC 5545, 3.6.1). */
export interface CalendarEvent {
  /** The same for the whole life of the event, unique in the world, such as `tsk_1@yutu`. */
  readonly uid: string;
  /** Grows with every change that matters to attendees; readers ignore older ones. */
  readonly sequence: number;
  /** When this revision was made. */
  readonly stamp: UtcInstant;
  readonly summary: string;
  readonly time: EventTime;
  readonly description?: string;
  readonly location?: string;
  readonly url?: string;
  readonly categories?: readonly string[];
  readonly status?: "TENTATIVE" | "CONFIRMED" | "CANCELLED";
  /** A point in the plan: shown on its day without making anybody busy. */
  readonly milestone?: boolean;
  readonly recurrence?: RecurrenceRule;
  /** Dates on which an all-day series does not occur. */
  readonly excluded?: readonly CalendarDate[];
  readonly lastModified?: UtcInstant;
}

/** One VCALENDAR. */
export interface CalendarFeed {
  /** Who wrote it, such as `-//Yutu//Plan//ZH`. */
  readonly productId: string;
  readonly name?: string;
  /** How often subscribers should ask again, in minutes. */
  readonly refreshMinutes?: number;
  readonly events: readonly CalendarEvent[];
}
