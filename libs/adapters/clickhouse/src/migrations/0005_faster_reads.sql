-- Which granules may have an attribute of this value: an equality on a rare one reads little. Older parts get it when they merge.
ALTER TABLE spans ADD INDEX IF NOT EXISTS attribute_values mapValues(attributes) TYPE bloom_filter(0.01) GRANULARITY 1;
-- A page reads one granule for each of its traces from each of some fifty streams: blocks about as small as a granule of a column
-- are decompressed in a third of the time.
ALTER TABLE traces MODIFY SETTING min_compress_block_size = 4096, max_compress_block_size = 16384;
-- A lookup searches the primary key of every part for each id, so few parts count for more than the cost of merging narrow rows.
ALTER TABLE trace_index MODIFY SETTING merge_selector_base = 2;
