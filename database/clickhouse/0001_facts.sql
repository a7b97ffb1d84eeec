-- Macros: {database}, {on_cluster}, {engine:Name(args)} (Replicated… on a cluster).
-- Every fact says whose it is (workspace_id), what it belongs to (project_id, channel, link_code, asset_version_id, task_id)
-- and where it came from (source_id, import_id, row_number, version, fetched_at).
-- fsync_after_insert: an insert that was answered survives a power cut.

CREATE TABLE IF NOT EXISTS {database}.fact_events {on_cluster}
(
    workspace_id     LowCardinality(String),
    source_id        LowCardinality(String),
    message_id       String CODEC(ZSTD(1)),
    -- 64 bits of (workspace_id, message_id), to find duplicates without reading the text.
    message_key      UInt64 DEFAULT sipHash64(workspace_id, message_id),
    type             LowCardinality(String),
    event            LowCardinality(String),
    user_id          String CODEC(ZSTD(1)),
    anonymous_id     String CODEC(ZSTD(1)),
    actor            String DEFAULT if(user_id != '', user_id, anonymous_id) CODEC(ZSTD(1)),
    actor_key        UInt64 DEFAULT sipHash64(actor),
    occurred_at      DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    received_at      DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    project_id       LowCardinality(String),
    channel          LowCardinality(String),
    link_code        LowCardinality(String),
    asset_version_id LowCardinality(String),
    task_id          LowCardinality(String),
    utm_source       LowCardinality(String),
    utm_medium       LowCardinality(String),
    utm_campaign     LowCardinality(String),
    utm_content      LowCardinality(String),
    utm_term         LowCardinality(String),
    page_path        String CODEC(ZSTD(1)),
    page_url         String CODEC(ZSTD(1)),
    referrer         String CODEC(ZSTD(1)),
    revenue_minor    Int64 DEFAULT 0,
    currency         LowCardinality(String),
    properties       JSON(max_dynamic_paths = 256),
    context          String CODEC(ZSTD(3)),
    INDEX received received_at TYPE minmax GRANULARITY 1
)
ENGINE = {engine:MergeTree()}
PARTITION BY toYYYYMM(occurred_at)
ORDER BY (workspace_id, event, toDate(occurred_at), actor_key, occurred_at)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS {database}.fact_order_lines {on_cluster}
(
    workspace_id     LowCardinality(String),
    source_id        LowCardinality(String),
    import_id        LowCardinality(String),
    row_number       UInt32 CODEC(Delta, ZSTD(1)),
    -- Grows with every import of the workspace; the highest is the row that counts.
    version          UInt64 CODEC(ZSTD(1)),
    -- Decides which row counts now: the version, or the number of the undo that brought a former version back.
    sequence         UInt64 CODEC(ZSTD(1)),
    is_deleted       UInt8 DEFAULT 0,
    fetched_at       DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    project_id       LowCardinality(String),
    channel          LowCardinality(String),
    link_code        LowCardinality(String),
    asset_version_id LowCardinality(String),
    task_id          LowCardinality(String),
    order_no         String CODEC(ZSTD(1)),
    -- The line inside its order: the platform's sub-order number, or SKU and ordinal among lines of that SKU.
    line_no          String CODEC(ZSTD(1)),
    -- sale | cancellation | return | adjustment | gift | unpaid
    kind             LowCardinality(String),
    ordered_at       DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    -- The day on the wall clock of the source's time zone.
    ordered_on       Date CODEC(Delta, ZSTD(1)),
    sku              LowCardinality(String),
    product_name     LowCardinality(String),
    quantity         Decimal(18, 3),
    unit_price       Decimal(18, 6),
    currency         LowCardinality(String),
    amount_minor     Int64 CODEC(ZSTD(1)),
    refund_minor     Int64 DEFAULT 0 CODEC(ZSTD(1)),
    -- What the line adds to gross sales (kind = sale only) and to net sales (everything but unpaid, less refunds).
    gross_minor      Int64 CODEC(ZSTD(1)),
    net_minor        Int64 CODEC(ZSTD(1)),
    customer_id      String CODEC(ZSTD(1)),
    region           LowCardinality(String),
    status           LowCardinality(String)
)
ENGINE = {engine:ReplacingMergeTree(sequence, is_deleted)}
PARTITION BY toYear(ordered_on)
ORDER BY (workspace_id, ordered_on, source_id, order_no, line_no)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS {database}.fact_order_line_versions {on_cluster} AS {database}.fact_order_lines
ENGINE = {engine:MergeTree()}
PARTITION BY toYear(ordered_on)
ORDER BY (workspace_id, import_id, order_no, line_no)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS {database}.fact_ad_facts {on_cluster}
(
    workspace_id     LowCardinality(String),
    source_id        LowCardinality(String),
    import_id        LowCardinality(String),
    row_number       UInt32 CODEC(Delta, ZSTD(1)),
    version          UInt64 CODEC(ZSTD(1)),
    sequence         UInt64 CODEC(ZSTD(1)),
    is_deleted       UInt8 DEFAULT 0,
    fetched_at       DateTime64(3, 'UTC') CODEC(Delta, ZSTD(1)),
    project_id       LowCardinality(String),
    channel          LowCardinality(String),
    link_code        LowCardinality(String),
    asset_version_id LowCardinality(String),
    task_id          LowCardinality(String),
    fact_on          Date CODEC(Delta, ZSTD(1)),
    account          LowCardinality(String),
    campaign         LowCardinality(String),
    ad_group         LowCardinality(String),
    ad               LowCardinality(String),
    -- The names above joined, and the ordinal among rows of one file that share them.
    line_no          String CODEC(ZSTD(1)),
    currency         LowCardinality(String),
    spend_minor      Int64 CODEC(ZSTD(1)),
    impressions      UInt64 CODEC(ZSTD(1)),
    clicks           UInt64 CODEC(ZSTD(1)),
    leads            UInt64 DEFAULT 0 CODEC(ZSTD(1)),
    conversions      Decimal(18, 3) DEFAULT 0,
    conversion_value_minor Int64 DEFAULT 0 CODEC(ZSTD(1))
)
ENGINE = {engine:ReplacingMergeTree(sequence, is_deleted)}
PARTITION BY toYear(fact_on)
ORDER BY (workspace_id, fact_on, source_id, line_no)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;

CREATE TABLE IF NOT EXISTS {database}.fact_ad_fact_versions {on_cluster} AS {database}.fact_ad_facts
ENGINE = {engine:MergeTree()}
PARTITION BY toYear(fact_on)
ORDER BY (workspace_id, import_id, line_no)
SETTINGS non_replicated_deduplication_window = 10000, fsync_after_insert = 1, fsync_part_directory = 1;
