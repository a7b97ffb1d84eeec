import type { TestApp } from "@yutu/testkit";

interface Sale {
  readonly order: string;
  readonly day: string;
  readonly grossMinor: number;
  readonly customer: string;
  readonly channel?: string;
}

/** Puts order lines of a project into the warehouse, as an import would. */
export async function sell(app: TestApp, projectId: string, sales: readonly Sale[]): Promise<void> {
  const rows = sales.map(({ order, day, grossMinor, customer, channel = "tmall" }, i) => ({
    source_id: "src_1",
    import_id: `imp_${projectId}`,
    version: 1,
    sequence: 1,
    fetched_at: "2026-09-01 00:00:00.000",
    link_code: "",
    asset_version_id: "",
    task_id: "",
    row_number: i + 1,
    order_no: `${projectId}-${order}`,
    line_no: String(i),
    kind: "sale",
    ordered_on: day,
    ordered_at: `${day} 04:00:00.000`,
    sku: "S1",
    product_name: "S1",
    quantity: 1,
    unit_price: 1,
    currency: "CNY",
    amount_minor: grossMinor,
    gross_minor: grossMinor,
    net_minor: grossMinor,
    customer_id: customer,
    region: "",
    status: "",
    channel,
    project_id: projectId,
  }));
  const { workspaceId } = app.demo;
  const written = await app.services.warehouse.restate({ workspaceId }, "order_lines", rows, `sales-${projectId}`);
  if (!written.ok) throw new Error(written.error.detail);
}
