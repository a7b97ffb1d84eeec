import { writeFile } from "node:fs/promises";
import { join } from "node:path";

export interface EngineLimits {
  /** Most memory the engine may take for all queries together, bytes. */
  readonly maxMemoryBytes: number;
}

/**
 * Writes the engine's server configuration into a folder of ours and gives its path. Caches and background pools are small
 * because the engine shares a laptop with the server and a database; time is UTC whatever the machine says.
 */
export async function writeEngineConfig(folder: string, limits: EngineLimits): Promise<string> {
  const file = join(folder, "chdb-config.xml");
  const settings: Record<string, string | number> = {
    max_server_memory_usage: limits.maxMemoryBytes,
    max_server_memory_usage_to_ram_ratio: 0,
    mark_cache_size: 64 << 20,
    uncompressed_cache_size: 0,
    index_mark_cache_size: 8 << 20,
    mmap_cache_size: 16,
    background_pool_size: 2,
    background_merges_mutations_concurrency_ratio: 2,
    background_move_pool_size: 1,
    background_fetches_pool_size: 1,
    background_common_pool_size: 1,
    background_schedule_pool_size: 4,
    background_message_broker_schedule_pool_size: 1,
    background_distributed_schedule_pool_size: 1,
    max_thread_pool_size: 200,
    max_thread_pool_free_size: 8,
    // Freed pages go back to the system after five seconds, not at once: with limits as small as ours the engine would
    // otherwise purge them many times a second, and half the time of a query over millions of rows would go on page faults.
    memory_worker_purge_total_memory_threshold_ratio: 0,
    memory_worker_purge_dirty_pages_threshold_ratio: 0,
    timezone: "UTC",
  };
  const mergeTree = {
    number_of_free_entries_in_pool_to_lower_max_size_of_merge: 1,
    number_of_free_entries_in_pool_to_execute_mutation: 1,
    number_of_free_entries_in_pool_to_execute_optimize_entire_partition: 1,
  };
  const tags = (values: Record<string, string | number>) =>
    Object.entries(values)
      .map(([name, value]) => `<${name}>${value}</${name}>`)
      .join("\n  ");
  await writeFile(
    file,
    `<clickhouse>\n  ${tags(settings)}\n  <merge_tree>${tags(mergeTree)}</merge_tree>\n</clickhouse>\n`,
  );
  return file;
}
