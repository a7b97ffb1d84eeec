import { type CalendarDate, CURRENCIES, ID_PATTERN, parseCalendarDate } from "@yutu/kernel";
import { z } from "zod";

/** Wire shapes that every module shares. */

/** `YYYY-MM-DD`, an existing day. */
export const calendarDateSchema = z
  .string()
  .refine((text) => parseCalendarDate(text).ok, { message: "a date as YYYY-MM-DD", params: { code: "date" } })
  .transform((text) => text as CalendarDate)
  .meta({ format: "date" });

/** An instant as ISO 8601 with offset. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A prefixed sortable id; `prefix` is checked. */
export const idSchema = (prefix: string) =>
  z
    .string()
    .max(40)
    .refine((text) => text.startsWith(`${prefix}_`) && ID_PATTERN.test(text), {
      message: `an id that begins with ${prefix}_`,
    });

export const currencySchema = z.enum(CURRENCIES);

/** An exact amount in minor units (分, cents). */
export const amountMinorSchema = z.int().min(-9e15).max(9e15);
export const positiveAmountMinorSchema = z.int().min(1).max(9e15);

/** Cursor paging: at most `limit` items after `cursor`. */
export const pageQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(500).optional(),
});

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() });

/** A query value that may be given once or several times. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined ? undefined : Array.isArray(value) ? value : [value]),
    z.array(item).max(100).optional(),
  );

/** `true`/`false` as query text. */
export const flagSchema = z.enum(["true", "false"]).transform((text) => text === "true");

/** Version of a record as the caller last saw it; a different one at write time is refused with `request/stale-version`. */
export const expectedVersionSchema = z.int().min(1).optional();

/** A trimmed single line of text. */
export const lineSchema = (max = 200) => z.string().trim().min(1).max(max);
