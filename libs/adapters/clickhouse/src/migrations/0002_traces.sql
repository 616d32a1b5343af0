-- One row a trace, at its place (experiment, hour of the request). A trace that moves leaves a withdrawn row at its old place,
-- so a filter on the hour may run before the newest version is chosen. Granules are small because a page reads one for each trace.
CREATE TABLE IF NOT EXISTS traces
(
    retention_days UInt16 DEFAULT 0,
    workspace_id LowCardinality(String),
    experiment_id UInt32,
    trace_id FixedString(16),
    version UInt64,
    is_deleted UInt8,
    request_time DateTime64(9, 'UTC'),
    duration Int64,
    name String,
    state LowCardinality(String),
    root_span_id FixedString(8),
    is_root_ended UInt8,
    span_count UInt32,
    error_count UInt32,
    services Array(LowCardinality(String)),
    models Array(LowCardinality(String)),
    has_tokens UInt8,
    tokens_input UInt64,
    tokens_cache_read UInt64,
    tokens_cache_write UInt64,
    tokens_output UInt64,
    tokens_reasoning UInt64,
    tokens_total UInt64,
    session_id Nullable(String),
    user_id Nullable(String),
    client_request_id Nullable(String),
    request_preview Nullable(String) CODEC(ZSTD(1)),
    response_preview Nullable(String) CODEC(ZSTD(1)),
    tags Map(LowCardinality(String), String) CODEC(ZSTD(1)),
    metadata Map(LowCardinality(String), String) CODEC(ZSTD(1)),
    assessments Map(LowCardinality(String), String) CODEC(ZSTD(1)),
    run_ids Array(LowCardinality(String)),
    min_span_start Nullable(DateTime64(9, 'UTC')),
    max_span_start Nullable(DateTime64(9, 'UTC')),
    span_experiment_ids Array(UInt32)
)
ENGINE = ReplacingMergeTree(version, is_deleted)
PARTITION BY (retention_days, toMonday(request_time))
ORDER BY (experiment_id, toStartOfHour(request_time), trace_id)
SETTINGS ttl_only_drop_parts = 1, index_granularity = 256;

-- Every place where a row of a trace may stand (one index row a place, written before the row itself), for lookups by id alone and
-- for withdrawing rows at places it has left. Granules are small because a lookup reads one for each id.
CREATE TABLE IF NOT EXISTS trace_index
(
    workspace_id LowCardinality(String),
    trace_id FixedString(16),
    version UInt64,
    is_deleted UInt8,
    experiment_id UInt32,
    request_time DateTime64(9, 'UTC'),
    min_span_start DateTime64(9, 'UTC'),
    max_span_start DateTime64(9, 'UTC'),
    span_experiment_ids Array(UInt32)
)
ENGINE = ReplacingMergeTree(version)
ORDER BY (workspace_id, trace_id, experiment_id, toStartOfHour(request_time))
SETTINGS index_granularity = 256, min_compress_block_size = 4096, max_compress_block_size = 16384;

-- What clients said about a trace, one key a row; of two rows with one key the higher sequence wins.
CREATE TABLE IF NOT EXISTS trace_entries
(
    workspace_id LowCardinality(String),
    trace_id FixedString(16),
    kind LowCardinality(String),
    key String,
    sequence UInt64,
    is_deleted UInt8,
    value String CODEC(ZSTD(1)),
    recorded_at DateTime DEFAULT now()
)
ENGINE = ReplacingMergeTree(sequence)
ORDER BY (workspace_id, trace_id, kind, key)
TTL recorded_at + INTERVAL 90 DAY DELETE WHERE kind = 'completion'
SETTINGS index_granularity = 512;
