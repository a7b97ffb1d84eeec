import type { FactRow } from "../src/index.ts";

interface OrderLine {
  readonly orderNo: string;
  readonly sku?: string;
  readonly on?: string;
  readonly amountMinor: number;
}

/** Rows of one import, as the importer writes them. */
export const orderRows = (importId: string, version: number, lines: readonly OrderLine[]): FactRow[] =>
  lines.map((line, i) => ({
    source_id: "src_shop",
    import_id: importId,
    row_number: i + 2,
    version,
    sequence: version,
    fetched_at: "2026-09-01T00:00:00.000Z",
    channel: "tmall",
    order_no: line.orderNo,
    line_no: `${line.sku ?? "A"}#1`,
    kind: "sale",
    ordered_at: `${line.on ?? "2026-08-01"}T04:00:00.000Z`,
    ordered_on: line.on ?? "2026-08-01",
    sku: line.sku ?? "A",
    quantity: "1.000",
    unit_price: "0.010000",
    currency: "CNY",
    amount_minor: String(line.amountMinor),
    gross_minor: String(line.amountMinor),
    net_minor: String(line.amountMinor),
  }));
