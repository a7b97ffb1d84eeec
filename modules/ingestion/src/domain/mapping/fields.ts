/** What a file can be imported as. */
export const IMPORT_KINDS = ["orders", "ads"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export const ORDER_FIELDS = [
  "orderNo",
  "lineNo",
  "orderedAt",
  "sku",
  "productName",
  "quantity",
  "unitPrice",
  "amount",
  "refund",
  "customerId",
  "region",
  "status",
  "currency",
  "channel",
  "campaignKey",
  "linkCode",
] as const;
export const AD_FIELDS = [
  "date",
  "account",
  "campaign",
  "adGroup",
  "ad",
  "spend",
  "impressions",
  "clicks",
  "leads",
  "conversions",
  "conversionValue",
  "currency",
  "channel",
  "campaignKey",
  "linkCode",
] as const;

export type OrderField = (typeof ORDER_FIELDS)[number];
export type AdField = (typeof AD_FIELDS)[number];
export type Field = OrderField | AdField;

export const fieldsOf = (kind: ImportKind): readonly Field[] => (kind === "orders" ? ORDER_FIELDS : AD_FIELDS);

/** Column of the file for each field that has one, counted from 0. */
export type ColumnMap = Partial<Record<Field, number>>;

/** Fields of which a file of this kind must have one per group. An order line needs an amount or a price to make one. */
const REQUIRED: Record<ImportKind, readonly (readonly Field[])[]> = {
  orders: [["orderNo"], ["orderedAt"], ["amount", "unitPrice"]],
  ads: [["date"], ["spend"]],
};

/** The groups no column was chosen for; empty when the mapping is complete. */
export const missingFields = (kind: ImportKind, columns: ColumnMap): (readonly Field[])[] =>
  REQUIRED[kind].filter((group) => group.every((field) => columns[field] === undefined));
