/** The rows of `traces` and `trace_index` that a writer would have made of spans already there: sequences from `first`, exclusive, to `last`. */
export function insertTraces(first: number, last: number): readonly string[] {
  const own = `sequence > ${first} AND sequence <= ${last}`;
  const isRoot = `parent_span_id = toFixedString('', 8)`;
  const begin = 'min(start_time)';
  return [
    `INSERT INTO trace_index (workspace_id, trace_id, version, experiment_id, request_time, min_span_start, max_span_start, span_experiment_ids)
     SELECT any(workspace_id), trace_id, max(sequence), any(experiment_id), ${begin}, ${begin}, max(start_time), [any(experiment_id)]
     FROM spans WHERE ${own} GROUP BY trace_id`,
    `INSERT INTO traces (workspace_id, experiment_id, trace_id, version, request_time, duration, name, state, root_span_id, is_root_ended,
       span_count, error_count, services, models, has_tokens, tokens_input, tokens_output, tokens_total, session_id, request_preview,
       response_preview, tags, metadata, min_span_start, max_span_start, span_experiment_ids)
     SELECT any(workspace_id), any(experiment_id), trace_id, max(sequence), ${begin},
       toUnixTimestamp64Nano(max(end_time)) - toUnixTimestamp64Nano(${begin}), anyIf(name, ${isRoot}),
       if(anyIf(status_code, ${isRoot}) = 2, 'ERROR', 'OK'), anyIf(span_id, ${isRoot}), 1, count(), countIf(status_code = 2),
       ['bench-agent'], groupUniqArray(model), 1, sum(tokens_input), sum(tokens_output), sum(tokens_total), any(session_id),
       anyIf(request_preview, ${isRoot}), anyIf(response_preview, ${isRoot}),
       map('env', if(max(sequence) % 30 = 0, 'prod', 'test')), map('mlflow.trace.session', any(session_id)),
       ${begin}, max(start_time), [any(experiment_id)]
     FROM spans WHERE ${own} GROUP BY trace_id`,
  ];
}
