import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checked, fileSource, realFacts, realFile, settled } from "./files.ts";

const sums = z.object({
  rows: z.coerce.number(),
  invoices: z.coerce.number(),
  customers: z.coerce.number(),
  withoutCustomer: z.coerce.number(),
  cancellations: z.coerce.number(),
  net: z.coerce.number(),
  saleRows: z.coerce.number(),
  gross: z.coerce.number(),
  orders: z.coerce.number(),
  buyers: z.coerce.number(),
  countries: z.coerce.number(),
  repeated: z.coerce.number(),
});
const SUMS = `SELECT count() AS rows, uniqExact(order_no) AS invoices, uniqExactIf(customer_id, customer_id != '') AS customers, countIf(customer_id = '') AS withoutCustomer,
  countIf(kind = 'cancellation') AS cancellations, sum(net_minor) AS net, countIf(kind = 'sale') AS saleRows, sum(gross_minor) AS gross, uniqExactIf(order_no, kind = 'sale') AS orders,
  uniqExactIf(customer_id, kind = 'sale' AND customer_id != '') AS buyers, uniqExact(region) AS countries,
  count() - uniqExact((order_no, sku, product_name, quantity, ordered_at, unit_price, customer_id, region)) AS repeated FROM {{order_lines}}`;
const REPEAT = `SELECT countIf(orders >= 2) AS n FROM (SELECT customer_id, uniqExact(order_no) AS orders FROM {{order_lines}} WHERE kind = 'sale' AND customer_id != '' GROUP BY customer_id)`;

/** 334,054 real lines, cancellations and write-offs among them, through the API. */
describe("the real file", () => {
  let app: TestApp;
  let analyst: Person;
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
  });
  afterAll(() => app.close());

  it("gives the totals that were computed independently", async () => {
    const facts = await realFacts();
    const sourceId = await fileSource(analyst, "Online Retail");
    const ready = await checked(app, analyst, sourceId, "online_retail.csv", await realFile());
    const { rows, accepted, quarantined, skipped } = ready.checked ?? {
      rows: 0,
      accepted: 0,
      quarantined: 0,
      skipped: { blank: 0, totals: 0, note: 0, header: 0 },
    };
    expect(rows).toBe(facts["rows"]);
    expect(accepted + quarantined + skipped.blank + skipped.totals + skipped.note + skipped.header).toBe(rows);
    await analyst.must(ingestion.commitImport, { params: { importId: ready.id } });
    const done = await settled(analyst, ready.id, 170_000);
    expect(done).toMatchObject({ state: "done", result: { rows, accepted, quarantined } });
    const tenant = { workspaceId: analyst.workspaceId };
    const [found] = unwrap(await app.services.warehouse.query(tenant, { sql: SUMS, row: sums }));
    const [repeat] = unwrap(
      await app.services.warehouse.query(tenant, { sql: REPEAT, row: z.object({ n: z.coerce.number() }) }),
    );
    expect(found).toEqual({
      rows: facts["rows"],
      invoices: facts["invoices"],
      customers: facts["customers"],
      withoutCustomer: facts["rows_without_customer"],
      cancellations: facts["cancellation_rows"],
      net: Math.round((facts["net_amount"] ?? 0) * 100),
      saleRows: facts["gross_sales_rows"],
      gross: Math.round((facts["gross_sales_amount"] ?? 0) * 100),
      orders: facts["gross_sales_orders"],
      buyers: facts["identified_buyers"],
      countries: facts["countries"],
      repeated: facts["exact_duplicate_rows"],
    });
    expect(repeat?.n).toBe(facts["repeat_buyers"]);
  }, 180_000);
});
