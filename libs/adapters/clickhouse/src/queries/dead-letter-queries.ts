export const LIST_DEAD_LETTERS = `
SELECT id, workspace_id, experiment_id, trace_id, toUnixTimestamp64Milli(failed_at) AS failed_ms, reason
FROM dead_letters FINAL
WHERE workspace_id = {workspace:String}
ORDER BY failed_at DESC, id
LIMIT {limit:UInt32}`;

export const READ_DEAD_LETTERS = `
SELECT id, workspace_id, experiment_id, trace_id, toUnixTimestamp64Milli(failed_at) AS failed_ms, reason,
  base64Encode(record) AS record_base64
FROM dead_letters FINAL
WHERE workspace_id = {workspace:String} AND id IN {ids:Array(String)}`;

/** Leaves an empty row that outranks the letter. */
export const REMOVE_DEAD_LETTERS = `
INSERT INTO dead_letters (workspace_id, id, failed_at, revision, is_deleted)
SELECT workspace_id, id, failed_at, revision + 1, 1
FROM dead_letters FINAL
WHERE workspace_id = {workspace:String} AND id IN {ids:Array(String)}`;
