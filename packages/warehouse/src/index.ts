export { defaultChildPath, WarehouseLockedError } from "./chdb/child-process.ts";
export { type ChdbEngine, type ChdbOptions, openChdb } from "./chdb/engine.ts";
export { type ClickHouseOptions, openClickHouse } from "./clickhouse/engine.ts";
export type { BindValue, BindValues, Engine } from "./engine.ts";
export type { RestatedTable } from "./facts/restatement.ts";
export { openWarehouse, type WarehouseOptions, warehouseOn } from "./open-warehouse.ts";
export {
  type WarehouseProblem,
  WarehouseStatementError,
  warehouseOverloaded,
  warehouseProblems,
  warehouseTimeout,
  warehouseUnavailable,
} from "./problems.ts";
export { compileTenantQuery, TenantWallError, type WarehouseTenant } from "./query/tenant-query.ts";
export { FACT_TABLES, type FactTable } from "./schema/tables.ts";
export type { FactRow, RowSchema, TenantQuery, TenantRows, Warehouse } from "./warehouse.ts";
