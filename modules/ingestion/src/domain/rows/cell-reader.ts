import { type Currency, isCurrency, minorDigits } from "@yutu/kernel";
import type { Field } from "../mapping/fields.ts";
import { cellText, isNothing } from "../text/cell-text.ts";
import { type Decimal, parseDecimal, toUnits } from "../values/decimal.ts";
import { instantOf, type OffsetAt } from "../values/time-zone.ts";
import { parseWallTime } from "../values/wall-time.ts";
import { parseChannel } from "./channel-name.ts";
import type { RowProblem, RowProblemCode } from "./row-problem.ts";
import type { RowSettings } from "./settings.ts";

const LONGEST_TEXT = 500;
const SHOWN_LENGTH = 120;
const EARLIEST_MS = Date.UTC(1990, 0, 1);
const DAY_MS = 86_400_000;
/** Excel shortened a long number: its last digits are lost. */
const SHORTENED = /^\d(?:\.\d+)?E\+?\d+$/i;
const RANGE = /^(\S.*?)\s*(?:~|至|到|\bto\b|—)\s*(\S.*)$/;

/** An instant, and the day it falls on in the zone of the source. */
export interface When {
  readonly atMs: number;
  /** `YYYY-MM-DD`. */
  readonly on: string;
}

/** Reads the cells of one row by field and gathers what is wrong with them. */
export class CellReader {
  readonly #settings: RowSettings;
  readonly #offsetAt: OffsetAt;
  readonly #latestMs: number;
  readonly #above = new Map<Field, string>();
  #cells: readonly string[] = [];
  problems: RowProblem[] = [];

  /** @param nowMs facts may not lie more than a day and a half after this */
  constructor(settings: RowSettings, offsetAt: OffsetAt, nowMs: number) {
    this.#settings = settings;
    this.#offsetAt = offsetAt;
    this.#latestMs = nowMs + 1.5 * DAY_MS;
  }

  begin(cells: readonly string[]): void {
    this.#cells = cells;
    this.problems = [];
  }

  /** The text of a field; empty when there is no column or nothing in it. */
  text(field: Field): string {
    const column = this.#settings.columns[field];
    if (column === undefined) return "";
    const text = cellText(this.#cells[column] ?? "");
    const own = isNothing(text) ? "" : text;
    if (!this.#settings.fillDown.includes(field)) return own;
    if (own !== "") this.#above.set(field, own);
    return own === "" ? (this.#above.get(field) ?? "") : own;
  }

  line(field: Field): string {
    const text = this.text(field);
    if (text.length > LONGEST_TEXT) this.fail("too-long", field, text);
    return text;
  }

  /** A number of something, as written: `17850.0` from a spreadsheet is `17850`. */
  identifier(field: Field): string {
    const text = this.line(field);
    if (SHORTENED.test(text)) this.fail("damaged-number", field, text);
    return /^\d+\.0$/.test(text) ? text.slice(0, -2) : text;
  }

  required(field: Field, text: string): boolean {
    if (text === "") this.fail("required", field, "");
    return text !== "";
  }

  decimal(field: Field): Decimal | null {
    const text = this.text(field);
    if (text === "") return null;
    const value = parseDecimal(text);
    if (value === null) this.fail("not-a-number", field, text);
    return value;
  }

  /** A count that is not negative; 0 when the cell is empty. */
  count(field: Field): number {
    const value = this.decimal(field);
    if (value === null) return 0;
    const units = toUnits(value, 0);
    if (units * 10n ** BigInt(value.scale) !== value.coefficient) this.fail("not-an-integer", field, this.text(field));
    if (units < 0n) this.fail("negative", field, this.text(field));
    return Number(units);
  }

  /** An amount in minor units of the currency. */
  minor(field: Field, value: Decimal, currency: Currency): number {
    const minor = Number(toUnits(value, minorDigits(currency)));
    if (!Number.isSafeInteger(minor)) this.fail("too-large", field, this.text(field));
    return minor;
  }

  when(field: Field): When {
    const text = this.text(field);
    const wall = text === "" ? null : parseWallTime(text, this.#settings.dateOrder);
    if (wall === null) {
      if (this.required(field, text)) this.fail(this.#isRange(text) ? "date-range" : "not-a-date", field, text);
      return { atMs: 0, on: "" };
    }
    const atMs = wall.isInstant ? wall.ms : instantOf(wall.ms, this.#offsetAt);
    if (atMs < EARLIEST_MS) this.fail("date-too-old", field, text);
    if (atMs > this.#latestMs) this.fail("date-in-future", field, text);
    const wallMs = wall.isInstant ? wall.ms + this.#offsetAt(wall.ms) : wall.ms;
    return { atMs, on: new Date(wallMs).toISOString().slice(0, 10) };
  }

  currency(): Currency {
    const text = this.text("currency")
      .toUpperCase()
      .replace(/^(人民币|RMB)$/, "CNY");
    const code = text === "" ? this.#settings.currency : text;
    if (isCurrency(code)) return code;
    this.fail("unknown-currency", "currency", text);
    return "CNY";
  }

  channel(): string {
    const text = this.text("channel");
    if (text === "") return this.#settings.channel;
    const code = parseChannel(text);
    if (code === null) this.fail("unknown-channel", "channel", text);
    return code ?? "";
  }

  fail(code: RowProblemCode, field: Field, value: string): void {
    this.problems.push({ code, field, value: value.slice(0, SHOWN_LENGTH) });
  }

  #isRange(text: string): boolean {
    const parts = RANGE.exec(text);
    const isDate = (part = "") => parseWallTime(part, this.#settings.dateOrder) !== null;
    return parts !== null && isDate(parts[1]) && isDate(parts[2]);
  }
}
