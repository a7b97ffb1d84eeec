/** Something with a span of days on the calendar. Dates `YYYY-MM-DD`, both included. */
export interface CalendarItem {
  readonly id: string;
  /** Lane it belongs to (a channel, a person). */
  readonly lane: string;
  readonly name: string;
  readonly start: string;
  readonly finish: string;
  /** A figure after the name: `¥35万`. */
  readonly note?: string;
  /** Not yet agreed: dashed, without fill. */
  readonly tentative?: boolean;
  /** Collides with another; marked in red. */
  readonly clash?: boolean;
  /** False where this person may not move it. Default true. */
  readonly movable?: boolean;
  /** A day that matters rather than work that takes time: a diamond with its name beside it. */
  readonly point?: boolean;
  readonly colour: string;
}

export interface CalendarMove {
  readonly id: string;
  readonly start: string;
  readonly finish: string;
  readonly lane: string;
}
