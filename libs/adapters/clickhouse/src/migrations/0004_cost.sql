-- What spans and traces cost, in US dollars to the pico-dollar: Decimal(18, 12) is an Int64 of pico-dollars, and its sum a Decimal(38, 12),
-- so sums neither drift nor overflow. `cost_price` names the price; where it is empty no cost is known. Audio tokens and the service
-- tier are what a price needs besides.
ALTER TABLE spans
    ADD COLUMN IF NOT EXISTS tokens_input_audio UInt64 AFTER tokens_total,
    ADD COLUMN IF NOT EXISTS tokens_output_audio UInt64 AFTER tokens_input_audio,
    ADD COLUMN IF NOT EXISTS service_tier LowCardinality(String) AFTER tokens_output_audio,
    ADD COLUMN IF NOT EXISTS cost_input Decimal(18, 12) AFTER service_tier,
    ADD COLUMN IF NOT EXISTS cost_cache Decimal(18, 12) AFTER cost_input,
    ADD COLUMN IF NOT EXISTS cost_output Decimal(18, 12) AFTER cost_cache,
    ADD COLUMN IF NOT EXISTS cost_total Decimal(18, 12) AFTER cost_output,
    ADD COLUMN IF NOT EXISTS cost_price LowCardinality(String) AFTER cost_total;

ALTER TABLE traces
    ADD COLUMN IF NOT EXISTS tokens_input_audio UInt64 AFTER tokens_total,
    ADD COLUMN IF NOT EXISTS tokens_output_audio UInt64 AFTER tokens_input_audio,
    ADD COLUMN IF NOT EXISTS cost_input Decimal(18, 12) AFTER tokens_output_audio,
    ADD COLUMN IF NOT EXISTS cost_cache Decimal(18, 12) AFTER cost_input,
    ADD COLUMN IF NOT EXISTS cost_output Decimal(18, 12) AFTER cost_cache,
    ADD COLUMN IF NOT EXISTS cost_total Decimal(18, 12) AFTER cost_output,
    ADD COLUMN IF NOT EXISTS cost_prices Array(LowCardinality(String)) AFTER cost_total;
