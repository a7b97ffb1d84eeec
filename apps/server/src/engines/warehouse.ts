import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Config } from "@yutu/config";
import { type Engine, openChdb, openClickHouse, openWarehouse, type Warehouse } from "@yutu/warehouse";

/** The bundled child of the embedded engine lies beside the bundled server; run from source there is none, and the package finds its own. */
const bundledChild = (): { childPath: string } | Record<string, never> => {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith("main.js") ? { childPath: path.join(path.dirname(here), "chdb-child.js") } : {};
};

/** ClickHouse at `CLICKHOUSE_URL`, or the embedded chDB in the data directory; migrated either way. */
export function startWarehouse(config: Config, root: string, onLog: (line: string) => void): Promise<Warehouse> {
  const migrationsDir = path.join(root, "database", "clickhouse");
  if (config.clickhouseUrl)
    return openWarehouse({
      kind: "clickhouse",
      url: config.clickhouseUrl,
      cluster: config.clickhouseCluster,
      migrationsDir,
      onLog,
    });
  return openWarehouse({
    kind: "chdb",
    dataDir: path.resolve(config.dataDir, "warehouse"),
    migrationsDir,
    onLog,
    ...bundledChild(),
  });
}

/** The engine below the tenant wall, for backups: every tenant's rows at once. */
export async function openWarehouseEngine(config: Config): Promise<Engine> {
  if (config.clickhouseUrl) return openClickHouse({ url: config.clickhouseUrl });
  return openChdb({ dataDir: path.resolve(config.dataDir, "warehouse"), ...bundledChild() });
}
