-- What a call was given besides its inputs, and how soon it answered. `tools` and `documents` are empty where an attribute of the span
-- has the same text (storing/context-columns.ts). The time to the first token is in nanoseconds, prompts are `name/version`.
ALTER TABLE spans
    ADD COLUMN IF NOT EXISTS time_to_first_token Nullable(Int64) AFTER cost_price,
    ADD COLUMN IF NOT EXISTS prompt_versions Array(LowCardinality(String)) AFTER time_to_first_token,
    ADD COLUMN IF NOT EXISTS logged_model LowCardinality(String) AFTER prompt_versions,
    ADD COLUMN IF NOT EXISTS tools String CODEC(ZSTD(1)) AFTER logged_model,
    ADD COLUMN IF NOT EXISTS tools_attribute LowCardinality(String) AFTER tools,
    ADD COLUMN IF NOT EXISTS documents String CODEC(ZSTD(1)) AFTER tools_attribute,
    ADD COLUMN IF NOT EXISTS documents_attribute LowCardinality(String) AFTER documents;

-- Of the trace's spans, and for prompts those that are linked to it as well.
ALTER TABLE traces
    ADD COLUMN IF NOT EXISTS prompt_versions Array(LowCardinality(String)) AFTER assessments,
    ADD COLUMN IF NOT EXISTS logged_models Array(LowCardinality(String)) AFTER prompt_versions;
