-- What a judge reads of a trace has this version; rows of before have that of the whole row, at which they may have been announced.
-- `source_scorer` names the scorer whose judge made the trace: such traces are no traffic, and figures leave them out without reading
-- a map of every row.
ALTER TABLE traces
    ADD COLUMN IF NOT EXISTS content_version UInt64 DEFAULT version AFTER version,
    ADD COLUMN IF NOT EXISTS source_scorer LowCardinality(String) DEFAULT metadata['mlflow.trace.sourceScorer'] AFTER metadata;
ALTER TABLE traces MATERIALIZE COLUMN source_scorer;
