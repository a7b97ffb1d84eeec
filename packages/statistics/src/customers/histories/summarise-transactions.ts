import { ok } from "@yutu/kernel";
import { type Estimated, refuse, type Warning, warning } from "../../foundation/index.ts";
import type { PurchaseHistories } from "./purchase-histories.ts";

/** One order, order line or refund. */
export interface Transaction {
  readonly customerId: string;
  /** Days since 1970-01-01 in the shop's time zone. */
  readonly day: number;
  /** Minor units; refunds are negative. Absent when only the times are known. */
  readonly valueMinor?: number;
}

export interface SummaryOptions {
  /** Last day observed; later transactions are left out. */
  readonly endDay: number;
  /** Length of the model's time unit: 7 for weeks. */
  readonly unitDays?: number;
}

/** Histories with the customer of each row and, from values, the mean value of the repeat purchases. */
export interface CustomerSummaries extends PurchaseHistories {
  readonly customerIds: readonly string[];
  /** Mean value per repeat purchase day in minor units; 0 without repeat. */
  readonly meanValueMinor: Float64Array;
  readonly warnings: readonly Warning[];
}

/**
 * Summarises transactions into x, t_x, T and mean value. Purchases of one day count as one, their values are added; a
 * day whose value is not positive after refunds is no purchase. The first purchase day counts towards neither x nor the
 * mean, as in Fader, Hardie and Lee (2005).
 */
export function summariseTransactions(
  transactions: Iterable<Transaction>,
  options: SummaryOptions,
): Estimated<CustomerSummaries> {
  const { endDay, unitDays = 7 } = options;
  if (!Number.isFinite(endDay)) return refuse("notFinite", "the end day is not a finite number");
  if (!(unitDays > 0)) return refuse("outOfRange", "the time unit must be longer than 0 days", { unitDays });
  const days = new Map<string, Map<number, number>>();
  let valued = false;
  for (const transaction of transactions) {
    const { customerId, day, valueMinor } = transaction;
    if (!Number.isFinite(day) || (valueMinor !== undefined && !Number.isFinite(valueMinor))) {
      return refuse("notFinite", `a day or value of customer ${customerId} is not a finite number`, { customerId });
    }
    if (day > endDay) continue;
    valued ||= valueMinor !== undefined;
    const own = days.get(customerId) ?? new Map<number, number>();
    own.set(Math.floor(day), (own.get(Math.floor(day)) ?? 0) + (valueMinor ?? 0));
    days.set(customerId, own);
  }
  if (days.size === 0) return refuse("emptyInput", "there is no transaction up to the end day");
  return collectRows(days, endDay, unitDays, valued);
}

function collectRows(
  days: ReadonlyMap<string, ReadonlyMap<number, number>>,
  endDay: number,
  unitDays: number,
  valued: boolean,
): Estimated<CustomerSummaries> {
  const ids: string[] = [];
  const columns: [number[], number[], number[], number[]] = [[], [], [], []];
  let refunded = 0;
  let withoutPurchase = 0;
  for (const [customerId, own] of days) {
    const purchases = [...own].filter(([, value]) => !valued || value > 0).toSorted(([a], [b]) => a - b);
    refunded += own.size - purchases.length;
    const first = purchases[0]?.[0];
    const last = purchases.at(-1)?.[0];
    if (first === undefined || last === undefined) {
      withoutPurchase += 1;
      continue;
    }
    const repeats = purchases.length - 1;
    const repeatValue = purchases.slice(1).reduce((total, [, value]) => total + value, 0);
    ids.push(customerId);
    columns[0].push(repeats);
    columns[1].push((last - first) / unitDays);
    columns[2].push((Math.floor(endDay) - first) / unitDays);
    columns[3].push(repeats > 0 ? repeatValue / repeats : 0);
  }
  if (ids.length === 0) return refuse("allZero", "no day of any customer has a positive value");
  const warnings: Warning[] = [];
  if (refunded > 0) {
    const detail = `${refunded} purchase days had no positive value after refunds and were left out`;
    warnings.push(warning("customers/refunded-days", detail, { days: refunded, customersLeftOut: withoutPurchase }));
  }
  const [repeats, recency, age, meanValueMinor] = columns.map((column) => Float64Array.from(column));
  const empty = new Float64Array();
  return ok({
    customerIds: ids,
    repeats: repeats ?? empty,
    recency: recency ?? empty,
    age: age ?? empty,
    meanValueMinor: meanValueMinor ?? empty,
    warnings,
  });
}
