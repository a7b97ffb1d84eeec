import { type CalendarDate, parseCalendarDate } from "@yutu/kernel";
import { z } from "zod";

const words = z.array(z.string()).default([]);

/** The log's filters as they stand in the address. */
export const auditState = z.object({
  actor: words,
  table: words,
  /** From and to, `YYYY-MM-DD`, either may be empty. */
  dates: words,
  row: z.string().default(""),
  entry: z.number().default(0),
});

export type AuditState = z.output<typeof auditState>;

const dayOf = (text: string): CalendarDate | undefined => {
  const day = parseCalendarDate(text);
  return day.ok ? day.value : undefined;
};

/** What the server is asked for a state. */
export function auditQuery(state: AuditState) {
  const [from, to] = [dayOf(state.dates[0] ?? ""), dayOf(state.dates[1] ?? "")];
  return {
    ...(state.actor[0] ? { actorId: state.actor[0] } : {}),
    ...(state.table[0] ? { table: state.table[0] } : {}),
    ...(state.row.trim() ? { rowId: state.row.trim() } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
  };
}

export const isFiltered = (state: AuditState): boolean => Object.keys(auditQuery(state)).length > 0;

export const noFilters = { actor: [], table: [], dates: [], row: "" };
