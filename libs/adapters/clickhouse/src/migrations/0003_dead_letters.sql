-- Log records that can't be stored, kept until they are replayed or discarded.
CREATE TABLE IF NOT EXISTS dead_letters
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
ENGINE = ReplacingMergeTree(revision, is_deleted)
ORDER BY (workspace_id, id);
