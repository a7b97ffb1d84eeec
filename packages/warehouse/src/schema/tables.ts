/** Physical fact tables all start so; the tenant wall refuses the prefix in query text. */
export const FACT_PREFIX = "fact_";
/** The one column whose name begins like a table. */
export const FACT_DAY_COLUMN = "fact_on";

/**
 * The facts a query may read, by placeholder name.
 * `isRestated` tables keep one current row per key (ReplacingMergeTree) and are read with FINAL, so the latest version wins;
 * their `…_versions` twin keeps every version ever imported.
 */
export const FACT_TABLES = {
  events: { table: "fact_events", isRestated: false },
  order_lines: { table: "fact_order_lines", isRestated: true },
  order_line_versions: { table: "fact_order_line_versions", isRestated: false },
  ad_facts: { table: "fact_ad_facts", isRestated: true },
  ad_fact_versions: { table: "fact_ad_fact_versions", isRestated: false },
} as const;

export type FactTable = keyof typeof FACT_TABLES;

export const isFactTable = (name: string): name is FactTable => Object.hasOwn(FACT_TABLES, name);
