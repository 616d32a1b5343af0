-- One row a span. Of two rows with one key the higher sequence wins; a withdrawn span stays as a row with is_deleted = 1.
-- `presence` tells an absent value from an empty one (storing/span-presence.ts). `attributes` leaves out the values that stand
-- in `inputs` and `outputs`; `attribute_types` has a letter for each attribute in its order (storing/attribute-columns.ts).
CREATE TABLE IF NOT EXISTS spans
(
    retention_days UInt16 DEFAULT 0,
    workspace_id LowCardinality(String),
    experiment_id UInt32,
    trace_id FixedString(16),
    span_id FixedString(8),
    parent_span_id FixedString(8),
    sequence UInt64,
    is_deleted UInt8,
    received_at DateTime64(3, 'UTC'),
    start_time DateTime64(9, 'UTC'),
    end_time DateTime64(9, 'UTC'),
    name LowCardinality(String),
    kind UInt8,
    type LowCardinality(String),
    status_code UInt8,
    status_message String,
    service LowCardinality(String),
    scope_name LowCardinality(String),
    scope_version LowCardinality(String),
    model LowCardinality(String),
    provider LowCardinality(String),
    presence UInt16,
    tokens_input UInt64,
    tokens_cache_read UInt64,
    tokens_cache_write UInt64,
    tokens_output UInt64,
    tokens_reasoning UInt64,
    tokens_total UInt64,
    session_id String,
    user_id String,
    trace_tags String,
    request_preview String CODEC(ZSTD(1)),
    response_preview String CODEC(ZSTD(1)),
    message_format LowCardinality(String),
    attributes Map(LowCardinality(String), String) CODEC(ZSTD(1)),
    attribute_types LowCardinality(String),
    inputs String CODEC(ZSTD(1)),
    inputs_attribute LowCardinality(String),
    outputs String CODEC(ZSTD(1)),
    outputs_attribute LowCardinality(String),
    resource LowCardinality(String) CODEC(ZSTD(1)),
    trace_state LowCardinality(String),
    events String CODEC(ZSTD(1)),
    links String CODEC(ZSTD(1)),
    blobs String CODEC(ZSTD(1)),
    faults String CODEC(ZSTD(1)),
    INDEX attribute_keys mapKeys(attributes) TYPE bloom_filter(0.01) GRANULARITY 1,
    INDEX inputs_attributes inputs_attribute TYPE set(16) GRANULARITY 4,
    INDEX outputs_attributes outputs_attribute TYPE set(16) GRANULARITY 4
)
ENGINE = ReplacingMergeTree(sequence, is_deleted)
PARTITION BY (retention_days, toMonday(start_time))
ORDER BY (experiment_id, toStartOfMinute(start_time), trace_id, span_id)
-- A wide part is written through two buffers of 1 MB for each of some 130 streams, a compact one through one file; a vertical
-- merge holds one column at a time. Together they keep an embedded engine below 600 MB.
SETTINGS ttl_only_drop_parts = 1, min_bytes_for_wide_part = 134217728, merge_max_block_size_bytes = 2097152,
    vertical_merge_algorithm_min_rows_to_activate = 1, vertical_merge_algorithm_min_bytes_to_activate = 33554432;
