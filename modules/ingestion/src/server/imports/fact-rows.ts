import type { FactRow, RestatedTable } from "@yutu/warehouse";
import type { ImportKind } from "../../domain/mapping/fields.ts";
import type { ImportedFact } from "../../domain/rows/row-parser.ts";
import type { Attribution } from "./attribution.ts";

export const tableOf = (kind: ImportKind): RestatedTable => (kind === "orders" ? "order_lines" : "ad_facts");

/** What all rows of an import share. */
export interface ImportOrigin {
  readonly sourceId: string;
  readonly importId: string;
  readonly projectId: string | null;
  readonly factVersion: number;
  readonly fetchedAt: Date;
}

export interface PlacedFact {
  readonly fact: ImportedFact;
  readonly rowNumber: number;
  readonly lineNo: string;
  readonly attribution: Attribution | null;
}

/** A row as the warehouse keeps it. */
export function factRow(origin: ImportOrigin, { fact, rowNumber, lineNo, attribution }: PlacedFact): FactRow {
  const common = {
    source_id: origin.sourceId,
    import_id: origin.importId,
    row_number: rowNumber,
    version: origin.factVersion,
    sequence: origin.factVersion,
    fetched_at: origin.fetchedAt.toISOString(),
    project_id: attribution?.projectId || (origin.projectId ?? ""),
    channel: attribution?.channel || fact.channel,
    link_code: attribution?.linkCode ?? "",
    asset_version_id: attribution?.assetVersionId ?? "",
    task_id: attribution?.taskId ?? "",
    line_no: lineNo,
    currency: fact.currency,
  };
  return fact.type === "orders" ? { ...common, ...orderColumns(fact) } : { ...common, ...adColumns(fact) };
}

const orderColumns = (fact: Extract<ImportedFact, { type: "orders" }>) => ({
  order_no: fact.orderNo,
  kind: fact.kind,
  ordered_at: new Date(fact.orderedAtMs).toISOString(),
  ordered_on: fact.orderedOn,
  sku: fact.sku,
  product_name: fact.productName,
  quantity: fact.quantity,
  unit_price: fact.unitPrice,
  amount_minor: fact.amountMinor,
  refund_minor: fact.refundMinor,
  gross_minor: fact.grossMinor,
  net_minor: fact.netMinor,
  customer_id: fact.customerId,
  region: fact.region,
  status: fact.status,
});

const adColumns = (fact: Extract<ImportedFact, { type: "ads" }>) => ({
  fact_on: fact.factOn,
  account: fact.account,
  campaign: fact.campaign,
  ad_group: fact.adGroup,
  ad: fact.ad,
  spend_minor: fact.spendMinor,
  impressions: fact.impressions,
  clicks: fact.clicks,
  leads: fact.leads,
  conversions: fact.conversions,
  conversion_value_minor: fact.conversionValueMinor,
});
