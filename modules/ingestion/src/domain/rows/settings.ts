import type { Currency } from "@yutu/kernel";
import type { ColumnMap, Field, ImportKind } from "../mapping/fields.ts";
import type { Preset } from "../mapping/presets.ts";
import type { DateOrder } from "../values/wall-time.ts";

/** How the rows of a file are to be read. Remembered by source and layout. */
export interface RowSettings {
  readonly kind: ImportKind;
  readonly columns: ColumnMap;
  /** IANA zone of times without offset, and of the days facts fall on. */
  readonly timeZone: string;
  /** ISO 4217, for rows that name none. */
  readonly currency: Currency;
  readonly dateOrder: DateOrder;
  /** Channel code of rows that name none. */
  readonly channel: string;
  /** Fields of which a blank cell means "as above" (merged cells). */
  readonly fillDown: readonly Field[];
}

/** The settings a preset starts with. */
export const settingsOf = (preset: Preset, columns: ColumnMap): RowSettings => ({
  kind: preset.kind,
  columns,
  timeZone: preset.timeZone,
  currency: preset.currency,
  dateOrder: preset.dateOrder,
  channel: preset.channel ?? "other",
  fillDown: [],
});
