const MIB = 1024 * 1024;

/** No query gives more rows than this. */
export const MAX_RESULT_ROWS = 1_000_000;

/**
 * What binds every query of an analyst. With `readonly = 1` no query and no URL changes any setting, but for those in
 * CHANGEABLE, within their bounds.
 */
export const ANALYST_SETTINGS: Readonly<Record<string, number | string>> = {
  readonly: 1,
  max_execution_time: 30,
  timeout_overflow_mode: 'throw',
  max_memory_usage: 256 * MIB,
  max_memory_usage_for_user: 320 * MIB,
  max_temporary_data_on_disk_size_for_query: 1024 * MIB,
  max_temporary_data_on_disk_size_for_user: 2048 * MIB,
  max_result_rows: MAX_RESULT_ROWS,
  max_result_bytes: 512 * MIB,
  result_overflow_mode: 'throw',
  max_concurrent_queries_for_user: 4,
  max_threads: 4,
  max_query_size: 256 * 1024,
  max_ast_depth: 500,
  max_ast_elements: 20_000,
  max_expanded_ast_elements: 100_000,
  cancel_http_readonly_queries_on_client_close: 1,
  output_format_json_quote_64bit_integers: 0,
  output_format_json_quote_denormals: 1,
  output_format_write_statistics: 0,
  output_format_arrow_string_as_string: 1,
  output_format_parquet_string_as_string: 1,
  limit: MAX_RESULT_ROWS,
  // Whether an expression is compiled depends on how often anybody asked it, and compiled it overflows where it else fails.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  use_primary_key: 1,
  use_partition_pruning: 1,
  // Only experiment and time decide what is read: what else is known of blocks tells of other tenants' rows.
  use_skip_indexes: 0,
  use_statistics_for_part_pruning: 0,
};

/**
 * To choose what is read, the engine tries the conditions with the least and greatest keys of blocks, other tenants' among them,
 * and fails where such a key makes a condition fail. A query that failed is run again with these: then only its own rows decide.
 */
export const READ_ALL: Readonly<Record<string, 0>> = { use_primary_key: 0, use_partition_pruning: 0 };

/** Settings that a query may have of its own: bounds on their values. */
export const CHANGEABLE: Readonly<Record<string, { readonly min: number; readonly max: number }>> = {
  limit: { min: 1, max: MAX_RESULT_ROWS },
  use_primary_key: { min: 0, max: 1 },
  use_partition_pruning: { min: 0, max: 1 },
};
