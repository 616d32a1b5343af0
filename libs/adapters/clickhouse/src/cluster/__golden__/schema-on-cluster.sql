CREATE DATABASE IF NOT EXISTS millrace ON CLUSTER `production`;

CREATE TABLE IF NOT EXISTS applied_migrations ON CLUSTER `production`
(number UInt32, name String, applied_at DateTime DEFAULT now())
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}') ORDER BY number;

CREATE TABLE IF NOT EXISTS spans ON CLUSTER `production`
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', sequence, is_deleted)
PARTITION BY (retention_days, toMonday(start_time))
ORDER BY (experiment_id, toStartOfMinute(start_time), trace_id, span_id)
-- A wide part is written through two buffers of 1 MB for each of some 130 streams, a compact one through one file; a vertical
-- merge holds one column at a time. Together they keep an embedded engine below 600 MB.
SETTINGS ttl_only_drop_parts = 1, min_bytes_for_wide_part = 134217728, merge_max_block_size_bytes = 2097152,
    vertical_merge_algorithm_min_rows_to_activate = 1, vertical_merge_algorithm_min_bytes_to_activate = 33554432;

CREATE TABLE IF NOT EXISTS traces ON CLUSTER `production`
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', version, is_deleted)
PARTITION BY (retention_days, toMonday(request_time))
ORDER BY (experiment_id, toStartOfHour(request_time), trace_id)
SETTINGS ttl_only_drop_parts = 1, index_granularity = 256;

CREATE TABLE IF NOT EXISTS trace_index ON CLUSTER `production`
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', version)
ORDER BY (workspace_id, trace_id, experiment_id, toStartOfHour(request_time))
SETTINGS index_granularity = 256, min_compress_block_size = 4096, max_compress_block_size = 16384;

CREATE TABLE IF NOT EXISTS trace_entries ON CLUSTER `production`
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
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', sequence)
ORDER BY (workspace_id, trace_id, kind, key)
TTL recorded_at + INTERVAL 90 DAY DELETE WHERE kind = 'completion'
SETTINGS index_granularity = 512;

CREATE TABLE IF NOT EXISTS dead_letters ON CLUSTER `production`
(
    workspace_id LowCardinality(String),
    id String,
    experiment_id UInt32,
    trace_id String,
    failed_at DateTime64(3, 'UTC'),
    reason String,
    record String CODEC(ZSTD(1)),
    revision UInt64,
    is_deleted UInt8
)
ENGINE = ReplicatedReplacingMergeTree('/clickhouse/tables/{shard}/{database}/{table}', '{replica}', revision, is_deleted)
ORDER BY (workspace_id, id);

ALTER TABLE spans ON CLUSTER `production`
    ADD COLUMN IF NOT EXISTS tokens_input_audio UInt64 AFTER tokens_total,
    ADD COLUMN IF NOT EXISTS tokens_output_audio UInt64 AFTER tokens_input_audio,
    ADD COLUMN IF NOT EXISTS service_tier LowCardinality(String) AFTER tokens_output_audio,
    ADD COLUMN IF NOT EXISTS cost_input Decimal(18, 12) AFTER service_tier,
    ADD COLUMN IF NOT EXISTS cost_cache Decimal(18, 12) AFTER cost_input,
    ADD COLUMN IF NOT EXISTS cost_output Decimal(18, 12) AFTER cost_cache,
    ADD COLUMN IF NOT EXISTS cost_total Decimal(18, 12) AFTER cost_output,
    ADD COLUMN IF NOT EXISTS cost_price LowCardinality(String) AFTER cost_total;

ALTER TABLE traces ON CLUSTER `production`
    ADD COLUMN IF NOT EXISTS tokens_input_audio UInt64 AFTER tokens_total,
    ADD COLUMN IF NOT EXISTS tokens_output_audio UInt64 AFTER tokens_input_audio,
    ADD COLUMN IF NOT EXISTS cost_input Decimal(18, 12) AFTER tokens_output_audio,
    ADD COLUMN IF NOT EXISTS cost_cache Decimal(18, 12) AFTER cost_input,
    ADD COLUMN IF NOT EXISTS cost_output Decimal(18, 12) AFTER cost_cache,
    ADD COLUMN IF NOT EXISTS cost_total Decimal(18, 12) AFTER cost_output,
    ADD COLUMN IF NOT EXISTS cost_prices Array(LowCardinality(String)) AFTER cost_total;

ALTER TABLE spans ON CLUSTER `production` ADD INDEX IF NOT EXISTS attribute_values mapValues(attributes) TYPE bloom_filter(0.01) GRANULARITY 1;

ALTER TABLE traces ON CLUSTER `production` MODIFY SETTING min_compress_block_size = 4096, max_compress_block_size = 16384;

ALTER TABLE trace_index ON CLUSTER `production` MODIFY SETTING merge_selector_base = 2;

ALTER TABLE spans ON CLUSTER `production`
    ADD COLUMN IF NOT EXISTS time_to_first_token Nullable(Int64) AFTER cost_price,
    ADD COLUMN IF NOT EXISTS prompt_versions Array(LowCardinality(String)) AFTER time_to_first_token,
    ADD COLUMN IF NOT EXISTS logged_model LowCardinality(String) AFTER prompt_versions,
    ADD COLUMN IF NOT EXISTS tools String CODEC(ZSTD(1)) AFTER logged_model,
    ADD COLUMN IF NOT EXISTS tools_attribute LowCardinality(String) AFTER tools,
    ADD COLUMN IF NOT EXISTS documents String CODEC(ZSTD(1)) AFTER tools_attribute,
    ADD COLUMN IF NOT EXISTS documents_attribute LowCardinality(String) AFTER documents;

ALTER TABLE traces ON CLUSTER `production`
    ADD COLUMN IF NOT EXISTS prompt_versions Array(LowCardinality(String)) AFTER assessments,
    ADD COLUMN IF NOT EXISTS logged_models Array(LowCardinality(String)) AFTER prompt_versions;

ALTER TABLE traces ON CLUSTER `production`
    ADD COLUMN IF NOT EXISTS content_version UInt64 DEFAULT version AFTER version,
    ADD COLUMN IF NOT EXISTS source_scorer LowCardinality(String) DEFAULT metadata['mlflow.trace.sourceScorer'] AFTER metadata;

ALTER TABLE traces ON CLUSTER `production` MATERIALIZE COLUMN source_scorer;

CREATE USER IF NOT EXISTS millrace_viewer ON CLUSTER `production` IDENTIFIED WITH sha256_hash BY '728862f0e6aacd98fb95f0a0effe8cf289cb83d27438e752c7f3224b655256c4' HOST NONE;

CREATE USER IF NOT EXISTS millrace_analyst ON CLUSTER `production` IDENTIFIED WITH sha256_hash BY '412fd8f5c4795fe2a9207ea5cff56c64da1ab4d1846008463b354d06b84f9051';

ALTER USER millrace_analyst ON CLUSTER `production` IDENTIFIED WITH sha256_hash BY '412fd8f5c4795fe2a9207ea5cff56c64da1ab4d1846008463b354d06b84f9051'
      DEFAULT DATABASE analytics SETTINGS readonly = 1 CONST, max_execution_time = 30 CONST, timeout_overflow_mode = 'throw' CONST, max_memory_usage = 268435456 CONST, max_memory_usage_for_user = 335544320 CONST, max_temporary_data_on_disk_size_for_query = 1073741824 CONST, max_temporary_data_on_disk_size_for_user = 2147483648 CONST, max_result_rows = 1000000 CONST, max_result_bytes = 536870912 CONST, result_overflow_mode = 'throw' CONST, max_concurrent_queries_for_user = 4 CONST, max_threads = 4 CONST, max_query_size = 262144 CONST, max_ast_depth = 500 CONST, max_ast_elements = 20000 CONST, max_expanded_ast_elements = 100000 CONST, cancel_http_readonly_queries_on_client_close = 1 CONST, output_format_json_quote_64bit_integers = 0 CONST, output_format_json_quote_denormals = 1 CONST, output_format_write_statistics = 0 CONST, output_format_arrow_string_as_string = 1 CONST, output_format_parquet_string_as_string = 1 CONST, limit = 1000000 MIN 1 MAX 1000000 CHANGEABLE_IN_READONLY, compile_expressions = 0 CONST, compile_aggregate_expressions = 0 CONST, compile_sort_description = 0 CONST, use_primary_key = 1 MIN 0 MAX 1 CHANGEABLE_IN_READONLY, use_partition_pruning = 1 MIN 0 MAX 1 CHANGEABLE_IN_READONLY, use_skip_indexes = 0 CONST, use_statistics_for_part_pruning = 0 CONST;

CREATE DATABASE IF NOT EXISTS analytics ON CLUSTER `production`;

CREATE ROW POLICY OR REPLACE millrace_viewer ON CLUSTER `production` ON millrace.spans USING workspace_id = substring(initialQueryID(), 38) TO millrace_viewer;

GRANT ON CLUSTER `production` SELECT ON millrace.spans TO millrace_viewer;

CREATE ROW POLICY OR REPLACE millrace_viewer ON CLUSTER `production` ON millrace.traces USING workspace_id = substring(initialQueryID(), 38) TO millrace_viewer;

GRANT ON CLUSTER `production` SELECT ON millrace.traces TO millrace_viewer;

CREATE OR REPLACE VIEW analytics.traces ON CLUSTER `production` DEFINER = millrace_viewer SQL SECURITY DEFINER AS SELECT
  lower(hex(t.trace_id)) AS trace_id,
  t.experiment_id AS experiment_id,
  t.request_time AS start_time,
  t.duration / 1e6 AS duration_ms,
  t.name AS name,
  CAST(t.state, 'String') AS state,
  t.span_count AS span_count,
  t.error_count AS error_count,
  CAST(t.services, 'Array(String)') AS services,
  CAST(t.models, 'Array(String)') AS models,
  t.session_id AS session_id,
  t.user_id AS user_id,
  t.client_request_id AS client_request_id,
  if(t.has_tokens, t.tokens_input, NULL) AS tokens_input,
  if(t.has_tokens, t.tokens_cache_read, NULL) AS tokens_cache_read,
  if(t.has_tokens, t.tokens_cache_write, NULL) AS tokens_cache_write,
  if(t.has_tokens, t.tokens_output, NULL) AS tokens_output,
  if(t.has_tokens, t.tokens_reasoning, NULL) AS tokens_reasoning,
  if(t.has_tokens, t.tokens_total, NULL) AS tokens_total,
  if(t.has_tokens, t.tokens_input_audio, NULL) AS tokens_input_audio,
  if(t.has_tokens, t.tokens_output_audio, NULL) AS tokens_output_audio,
  if(notEmpty(t.cost_prices), toFloat64(t.cost_input), NULL) AS cost_input,
  if(notEmpty(t.cost_prices), toFloat64(t.cost_cache), NULL) AS cost_cache,
  if(notEmpty(t.cost_prices), toFloat64(t.cost_output), NULL) AS cost_output,
  if(notEmpty(t.cost_prices), toFloat64(t.cost_total), NULL) AS cost_total,
  t.request_preview AS request_preview,
  t.response_preview AS response_preview,
  CAST(t.tags, 'Map(String, String)') AS tags,
  CAST(t.metadata, 'Map(String, String)') AS metadata,
  CAST(t.prompt_versions, 'Array(String)') AS prompt_versions,
  CAST(t.logged_models, 'Array(String)') AS logged_models,
  CAST(t.run_ids, 'Array(String)') AS run_ids
FROM millrace.traces AS t FINAL;

CREATE OR REPLACE VIEW analytics.spans ON CLUSTER `production` DEFINER = millrace_viewer SQL SECURITY DEFINER AS SELECT
  lower(hex(t.trace_id)) AS trace_id,
  lower(hex(t.span_id)) AS span_id,
  nullIf(lower(hex(t.parent_span_id)), '0000000000000000') AS parent_span_id,
  t.experiment_id AS experiment_id,
  CAST(t.name, 'String') AS name,
  CAST(t.type, 'String') AS type,
  ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'][t.kind + 1] AS kind,
  ['UNSET', 'OK', 'ERROR'][t.status_code + 1] AS status,
  nullIf(CAST(t.status_message, 'String'), '') AS status_message,
  t.start_time AS start_time,
  t.end_time AS end_time,
  (toUnixTimestamp64Nano(t.end_time) - toUnixTimestamp64Nano(t.start_time)) / 1e6 AS duration_ms,
  nullIf(CAST(t.service, 'String'), '') AS service,
  nullIf(CAST(t.model, 'String'), '') AS model,
  nullIf(CAST(t.provider, 'String'), '') AS provider,
  nullIf(CAST(t.session_id, 'String'), '') AS session_id,
  nullIf(CAST(t.user_id, 'String'), '') AS user_id,
  if(bitTest(t.presence, 15), t.tokens_input, NULL) AS tokens_input,
  if(bitTest(t.presence, 15), t.tokens_cache_read, NULL) AS tokens_cache_read,
  if(bitTest(t.presence, 15), t.tokens_cache_write, NULL) AS tokens_cache_write,
  if(bitTest(t.presence, 15), t.tokens_output, NULL) AS tokens_output,
  if(bitTest(t.presence, 15), t.tokens_reasoning, NULL) AS tokens_reasoning,
  if(bitTest(t.presence, 15), t.tokens_total, NULL) AS tokens_total,
  if(bitTest(t.presence, 15), t.tokens_input_audio, NULL) AS tokens_input_audio,
  if(bitTest(t.presence, 15), t.tokens_output_audio, NULL) AS tokens_output_audio,
  if(t.cost_price != '', toFloat64(t.cost_input), NULL) AS cost_input,
  if(t.cost_price != '', toFloat64(t.cost_cache), NULL) AS cost_cache,
  if(t.cost_price != '', toFloat64(t.cost_output), NULL) AS cost_output,
  if(t.cost_price != '', toFloat64(t.cost_total), NULL) AS cost_total,
  t.time_to_first_token / 1e6 AS time_to_first_token_ms,
  nullIf(CAST(t.logged_model, 'String'), '') AS logged_model,
  CAST(t.prompt_versions, 'Array(String)') AS prompt_versions,
  nullIf(CAST(t.inputs, 'String'), '') AS inputs,
  nullIf(CAST(t.outputs, 'String'), '') AS outputs,
  CAST(t.attributes, 'Map(String, String)') AS attributes,
  nullIf(CAST(t.events, 'String'), '') AS events
FROM millrace.spans AS t FINAL;

CREATE OR REPLACE VIEW analytics.assessments ON CLUSTER `production` DEFINER = millrace_viewer SQL SECURITY DEFINER AS SELECT
  lower(hex(t.trace_id)) AS trace_id,
  t.experiment_id AS experiment_id,
  t.request_time AS trace_start_time,
  CAST(t.key, 'String') AS assessment_id,
  JSONExtractString(t.a, 'assessment_name') AS name,
  multiIf(JSONHas(t.a, 'feedback'), 'feedback', JSONHas(t.a, 'expectation'), 'expectation', 'issue') AS kind,
  nullIf(if(JSONHas(t.a, 'expectation', 'serialized_value'), JSONExtractString(t.a, 'expectation', 'serialized_value', 'value'),
    trim(BOTH '"' FROM JSONExtractRaw(t.a, if(JSONHas(t.a, 'feedback'), 'feedback', 'expectation'), 'value'))), '') AS value,
  nullIf(JSONExtractString(t.a, 'source', 'source_type'), '') AS source_type,
  nullIf(JSONExtractString(t.a, 'source', 'source_id'), '') AS source_id,
  nullIf(JSONExtractString(t.a, 'rationale'), '') AS rationale,
  nullIf(JSONExtractString(t.a, 'span_id'), '') AS span_id
FROM (
  SELECT trace_id, experiment_id, request_time, item.1 AS key, item.2 AS a
  FROM millrace.traces FINAL ARRAY JOIN arrayZip(mapKeys(assessments), mapValues(assessments)) AS item
  WHERE NOT JSONHas(a, 'valid') OR JSONExtractBool(a, 'valid')) AS t;

GRANT ON CLUSTER `production` SELECT ON analytics.* TO millrace_analyst;
