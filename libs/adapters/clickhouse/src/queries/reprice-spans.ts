/** Columns that a repriced row has anew; all others are copied inside the engine, payloads never leave it. */
const NEW_COLUMNS = ['sequence', 'cost_input', 'cost_cache', 'cost_output', 'cost_total', 'cost_price'];

/** What can be inserted into `spans`, whatever migrations added. */
export const SPAN_COLUMN_NAMES = `
SELECT name FROM system.columns
WHERE database = currentDatabase() AND table = 'spans' AND default_kind IN ('', 'DEFAULT')
ORDER BY position`;

/** Found by exact keys as READ_FACTS_BY_MINUTE does; a row that is newer than the new price stays as it is. */
export function repriceSpans(columns: readonly string[]): string {
  const copied = columns.map((name) =>
    NEW_COLUMNS.includes(name) ? `n.${name} AS ${name}` : `s.${name} AS ${name}`,
  );
  return `
INSERT INTO spans (${columns.join(', ')})
SELECT ${copied.join(', ')}
FROM (
  SELECT * FROM spans FINAL
  WHERE workspace_id = {workspace:String} AND (experiment_id, toStartOfMinute(start_time), trace_id) IN (
    SELECT place.1, toDateTime(place.2, 'UTC'), toFixedString(unhex(place.3), 16)
    FROM (SELECT arrayJoin({places:Array(Tuple(UInt32, UInt32, String))}) AS place))) AS s
INNER JOIN (
  SELECT toFixedString(unhex(price.1), 16) AS priced_trace, toFixedString(unhex(price.2), 8) AS priced_span, price.3 AS sequence,
    toDecimal64(price.4, 12) AS cost_input, toDecimal64(price.5, 12) AS cost_cache, toDecimal64(price.6, 12) AS cost_output,
    toDecimal64(price.7, 12) AS cost_total, price.8 AS cost_price
  FROM (
    SELECT arrayJoin({prices:Array(Tuple(String, String, UInt64, String, String, String, String, String))}) AS price)) AS n
ON s.trace_id = n.priced_trace AND s.span_id = n.priced_span
WHERE s.sequence <= n.sequence`;
}
