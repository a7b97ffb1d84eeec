/**
 * Settings of every insert. One insert is one block per partition, so the deduplication token covers it as a whole;
 * `date_time_input_format` takes ISO 8601; an unknown column is an error, never dropped data.
 */
export const insertSettings = (dedupToken: string): Record<string, string | number> => ({
  insert_deduplication_token: dedupToken,
  insert_deduplicate: 1,
  async_insert: 0,
  date_time_input_format: "best_effort",
  input_format_skip_unknown_fields: 0,
  input_format_parallel_parsing: 0,
  min_insert_block_size_rows: 1_048_576,
  max_insert_block_size: 1_048_576,
  min_insert_block_size_bytes: 1_073_741_824,
  max_partitions_per_insert_block: 1_200,
  type_json_skip_duplicated_paths: 1,
});
