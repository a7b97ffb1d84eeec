import type { Currency } from "@yutu/kernel";
import { type Decimal, multiply, ONE, signOf, toText, ZERO } from "../values/decimal.ts";
import type { CellReader } from "./cell-reader.ts";

/**
 * sale counts in gross sales; cancellation, return and adjustment lower (or raise) net sales; gift costs nothing;
 * unpaid was never bought and counts nowhere.
 */
export const ORDER_LINE_KINDS = ["sale", "cancellation", "return", "adjustment", "gift", "unpaid"] as const;
export type OrderLineKind = (typeof ORDER_LINE_KINDS)[number];

/** One line of an order, as a file states it. */
export interface OrderLine {
  readonly type: "orders";
  readonly orderNo: string;
  /** What tells the line from others of its order: its own number, else the SKU or product. */
  readonly lineBase: string;
  readonly kind: OrderLineKind;
  readonly orderedAtMs: number;
  readonly orderedOn: string;
  readonly sku: string;
  readonly productName: string;
  /** Decimal text, 3 digits after the point. */
  readonly quantity: string;
  /** Decimal text in major units, 6 digits after the point. */
  readonly unitPrice: string;
  readonly currency: Currency;
  readonly amountMinor: number;
  readonly refundMinor: number;
  readonly grossMinor: number;
  readonly netMinor: number;
  readonly customerId: string;
  readonly region: string;
  readonly status: string;
  readonly channel: string;
  readonly campaignKey: string;
  readonly linkCode: string;
}

const UNPAID = /等待买家付款|待付款|未付款|待支付|未支付|unpaid|awaiting payment|pending payment/i;
const CLOSED = /交易关闭|已取消|已关闭|取消|cancell?ed|closed|voided/i;
/** An invoice of the sample data and many ledgers that takes another one back. */
const TAKEN_BACK = /^C\d+$/;

interface Figures {
  readonly orderNo: string;
  readonly status: string;
  readonly quantity: Decimal;
  readonly price: Decimal;
  readonly amountMinor: number;
}

/** Sale row: not taken back, quantity and price positive. Everything else says why it is none. */
export function classifyOrderLine({ orderNo, status, quantity, price, amountMinor }: Figures): OrderLineKind {
  if (UNPAID.test(status) || (CLOSED.test(status) && amountMinor === 0)) return "unpaid";
  if (signOf(quantity) < 0) return TAKEN_BACK.test(orderNo) ? "cancellation" : "return";
  if (signOf(price) < 0 || amountMinor < 0) return "adjustment";
  return signOf(price) === 0 ? "gift" : "sale";
}

/** Quantity, price and amount; one of the last two may be missing. Exact, the amount rounded to minor units once. */
function readFigures(
  reader: CellReader,
  currency: Currency,
): { quantity: Decimal; price: Decimal; amountMinor: number } {
  const quantity = reader.decimal("quantity") ?? ONE;
  const price = reader.decimal("unitPrice");
  const amount = reader.decimal("amount");
  if (signOf(quantity) === 0) reader.fail("zero-quantity", "quantity", reader.text("quantity"));
  if (
    price === null &&
    amount === null &&
    !reader.problems.some((p) => p.field === "amount" || p.field === "unitPrice")
  )
    reader.required("amount", "");
  const total = amount ?? multiply(quantity, price ?? ZERO);
  return { quantity, price: price ?? divide(total, quantity), amountMinor: reader.minor("amount", total, currency) };
}

/** To six digits after the point, towards zero. */
function divide(total: Decimal, quantity: Decimal): Decimal {
  if (quantity.coefficient === 0n) return ZERO;
  const scaled = total.coefficient * 10n ** BigInt(6 + quantity.scale);
  return { coefficient: scaled / (quantity.coefficient * 10n ** BigInt(total.scale)), scale: 6 };
}

/** Reads one row that is no totals or blank line; `reader.problems` says what is wrong with it. */
export function readOrderLine(reader: CellReader): OrderLine {
  const orderNo = reader.identifier("orderNo");
  reader.required("orderNo", orderNo);
  const when = reader.when("orderedAt");
  const currency = reader.currency();
  const { quantity, price, amountMinor } = readFigures(reader, currency);
  const status = reader.line("status");
  const kind = classifyOrderLine({ orderNo, status, quantity, price, amountMinor });
  const refundMinor = refundOf(reader, currency, status, amountMinor, kind);
  const sku = reader.identifier("sku");
  const productName = reader.line("productName");
  const lineNo = reader.identifier("lineNo");
  return {
    type: "orders",
    orderNo,
    lineBase: lineNo || sku || productName,
    kind,
    orderedAtMs: when.atMs,
    orderedOn: when.on,
    sku,
    productName,
    quantity: toText(quantity, 3),
    unitPrice: toText(price, 6),
    currency,
    amountMinor,
    refundMinor,
    grossMinor: kind === "sale" ? amountMinor : 0,
    netMinor: kind === "unpaid" ? 0 : amountMinor - refundMinor,
    customerId: reader.identifier("customerId"),
    region: reader.line("region"),
    status,
    channel: reader.channel(),
    campaignKey: reader.line("campaignKey").toLowerCase(),
    linkCode: reader.line("linkCode"),
  };
}

/** What was given back, positive. A sale that was closed afterwards without a figure was given back whole. */
function refundOf(
  reader: CellReader,
  currency: Currency,
  status: string,
  amountMinor: number,
  kind: OrderLineKind,
): number {
  const refund = reader.decimal("refund");
  if (refund !== null && signOf(refund) !== 0) return Math.abs(reader.minor("refund", refund, currency));
  return kind === "sale" && CLOSED.test(status) ? amountMinor : 0;
}
