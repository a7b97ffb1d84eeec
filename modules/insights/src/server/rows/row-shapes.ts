import type { Fact } from "@yutu/metrics/domain";
import { z } from "zod";
import type { factRowSchema } from "../../contract/schemas.ts";
import { isoInstant } from "../fact-sources.ts";

export type FactRow = z.output<typeof factRowSchema>;

/** How the rows of a fact are read: columns, the order they come in (latest first), and their shape. */
export interface RowShape {
  readonly columns: string;
  /** Expressions that tell any two rows apart, the day or instant first. */
  readonly order: readonly string[];
  readonly row: z.ZodType<{ readonly row: FactRow; readonly key: (string | number)[] }>;
}

const instant = z.string().transform(isoInstant);
const number = z.coerce.number();

const common = {
  day: z.string(),
  sourceId: z.string(),
  fetchedAt: instant,
  projectId: z.string(),
  channel: z.string(),
  linkCode: z.string(),
  k0: z.string(),
  k1: z.string(),
  k2: z.string(),
  k3: z.string(),
};
const imported = { importId: z.string().transform((id) => id || null), rowNumber: number };

const COMMON = "source_id AS sourceId, project_id AS projectId, channel, link_code AS linkCode";
const IMPORTED = "toString(fetched_at) AS fetchedAt, import_id AS importId, row_number AS rowNumber";

interface Keyed {
  readonly k0: string;
  readonly k1: string;
  readonly k2: string;
  readonly k3: string;
}

/** Parts the paging key from the row. */
const keyed = <Row extends Keyed>({ k0, k1, k2, k3, ...row }: Row) => ({ key: [k0, k1, k2, k3], row });

const orderRow = z
  .object({
    ...common,
    ...imported,
    orderNo: z.string(),
    lineNo: z.string(),
    kind: z.string(),
    orderedAt: instant,
    sku: z.string(),
    productName: z.string(),
    quantity: number,
    currency: z.string(),
    grossMinor: number,
    netMinor: number,
    customerId: z.string(),
    region: z.string(),
    status: z.string(),
  })
  .transform((raw) => {
    const { key, row } = keyed(raw);
    return { key, row: { fact: "order_lines" as const, ...row } };
  });

const adRow = z
  .object({
    ...common,
    ...imported,
    account: z.string(),
    campaign: z.string(),
    adGroup: z.string(),
    ad: z.string(),
    currency: z.string(),
    spendMinor: number,
    impressions: number,
    clicks: number,
    leads: number,
    conversions: number,
  })
  .transform((raw) => {
    const { key, row } = keyed(raw);
    return { key, row: { fact: "ad_facts" as const, ...row } };
  });

const eventRow = z
  .object({
    ...common,
    occurredAt: instant,
    type: z.string(),
    event: z.string(),
    actor: z.string(),
    pagePath: z.string(),
    campaign: z.string(),
  })
  .transform((raw) => {
    const { key, row } = keyed(raw);
    return { key, row: { fact: "events" as const, importId: null, rowNumber: null, ...row } };
  });

export const ROW_SHAPES: Readonly<Record<Fact, RowShape>> = {
  order_lines: {
    columns: `toString(ordered_on) AS day, ${COMMON}, ${IMPORTED}, order_no AS orderNo, line_no AS lineNo, kind, toString(ordered_at) AS orderedAt, sku,
      product_name AS productName, toFloat64(quantity) AS quantity, currency, gross_minor AS grossMinor, net_minor AS netMinor, customer_id AS customerId, region, status`,
    order: ["toString(ordered_on)", "source_id", "order_no", "line_no"],
    row: orderRow,
  },
  ad_facts: {
    columns: `toString(fact_on) AS day, ${COMMON}, ${IMPORTED}, account, campaign, ad_group AS adGroup, ad, currency, spend_minor AS spendMinor,
      impressions, clicks, leads, toFloat64(conversions) AS conversions`,
    order: ["toString(fact_on)", "source_id", "line_no", "''"],
    row: adRow,
  },
  events: {
    columns: `toString(toDate(occurred_at, {timeZone:String})) AS day, ${COMMON}, toString(received_at) AS fetchedAt, toString(occurred_at) AS occurredAt, type, event, actor,
      page_path AS pagePath, utm_campaign AS campaign`,
    order: ["toString(occurred_at)", "source_id", "message_id", "''"],
    row: eventRow,
  },
};
