import {
  mlflowBoolean,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
  parseUnixNano,
} from '@millrace/service-kit';
import { z } from 'zod';
import { assessmentMessage } from '../assessments/mlflow-assessments.dto.ts';
import { parseDuration } from './timestamps.ts';

/** Messages of mlflow/WIRE.md section 6. */
const timestamp = parsed(parseUnixNano, 'expected a timestamp in RFC 3339');
const duration = parsed(parseDuration, 'expected a duration such as 0.25s');
const textMap = z.record(z.string(), z.string());

const traceLocation = mlflowMessage({
  mlflow_experiment: mlflowMessage({ experiment_id: mlflowText }).optional(),
});

const traceInfo = mlflowMessage({
  trace_id: z.string(),
  client_request_id: z.string().optional(),
  trace_location: traceLocation.optional(),
  request_preview: z.string().optional(),
  response_preview: z.string().optional(),
  request_time: timestamp.optional(),
  execution_duration: duration.optional(),
  state: mlflowEnum({ STATE_UNSPECIFIED: 0, OK: 1, ERROR: 2, IN_PROGRESS: 3 }).optional(),
  trace_metadata: textMap.default({}),
  assessments: z.array(assessmentMessage).default([]),
  tags: textMap.default({}),
});
export type TraceInfoMessage = z.output<typeof traceInfo>;

export const startTraceMessage = mlflowMessage({ trace: mlflowMessage({ trace_info: traceInfo }) });
export const traceIdMessage = mlflowMessage({ trace_id: z.string() });
export const getTraceMessage = mlflowMessage({
  trace_id: z.string(),
  allow_partial: mlflowBoolean.default(false),
});
export const traceIdsMessage = mlflowMessage({ trace_ids: mlflowList(z.string()).default([]) });
const search = {
  filter: z.string().default(''),
  max_results: mlflowInteger.default(100),
  order_by: mlflowList(z.string()).default([]),
  page_token: z.string().default(''),
};
export const searchTracesMessage = mlflowMessage({ locations: z.array(traceLocation), ...search });
export type SearchTracesMessage = z.output<typeof searchTracesMessage>;

/** Of version 2.0 alone: maps are lists of pairs there. */
const pairs = z.array(mlflowMessage({ key: z.string(), value: z.string().default('') })).default([]);
export const startLegacyTraceMessage = mlflowMessage({
  experiment_id: mlflowText,
  timestamp_ms: mlflowInteger,
  request_metadata: pairs,
  tags: pairs,
});
export type StartLegacyTraceMessage = z.output<typeof startLegacyTraceMessage>;
export const endLegacyTraceMessage = mlflowMessage({
  request_id: z.string(),
  timestamp_ms: mlflowInteger.optional(),
  status: mlflowEnum({ TRACE_STATUS_UNSPECIFIED: 0, OK: 1, ERROR: 2, IN_PROGRESS: 3 }).optional(),
  request_metadata: pairs,
  tags: pairs,
});
export type EndLegacyTraceMessage = z.output<typeof endLegacyTraceMessage>;
export const requestIdMessage = mlflowMessage({ request_id: z.string() });
export const searchLegacyTracesMessage = mlflowMessage({
  experiment_ids: mlflowList(mlflowText).default([]),
  ...search,
});

/** The trace is `request_id` in version 2.0 and `trace_id` in 3.0. */
const eitherId = { request_id: z.string().optional(), trace_id: z.string().optional() };
export const setTagMessage = mlflowMessage({ ...eitherId, key: z.string(), value: z.string() });
export const deleteTagMessage = mlflowMessage({ ...eitherId, key: z.string() });
export const linkToRunMessage = mlflowMessage({
  trace_ids: mlflowList(z.string()).default([]),
  run_id: z.string(),
});
export const linkPromptsMessage = mlflowMessage({
  trace_id: z.string(),
  prompt_versions: z.array(mlflowMessage({ name: z.string(), version: mlflowText })).default([]),
});
export const deleteTracesMessage = mlflowMessage({
  experiment_id: mlflowText,
  max_timestamp_millis: mlflowInteger.optional(),
  max_traces: mlflowInteger.optional(),
  request_ids: mlflowList(z.string()).default([]),
});
export type DeleteTracesMessage = z.output<typeof deleteTracesMessage>;

function parsed(parse: (text: string) => bigint | undefined, message: string) {
  return z.string().transform((text, context) => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message, input: text });
    return z.NEVER;
  });
}
