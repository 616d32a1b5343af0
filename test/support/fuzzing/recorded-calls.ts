import { readFileSync } from 'node:fs';
import type { Ids } from '../tenancy/victim.ts';

/** A call of the MLflow client. */
export interface RecordedCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, readonly string[]>>;
  readonly body: unknown;
}

const RECORDED = 'test/fixtures/mlflow-calls.jsonl';
/** Traces come as OTLP, which has tests of its own in libs/features/receiver. */
const OTLP = '__protobuf_otlp_as_dict__';

const NAMED: Readonly<Record<string, keyof Ids>> = {
  experiment_id: 'experiment',
  experiment_ids: 'experiment',
  run_id: 'run',
  run_uuid: 'run',
  model_id: 'loggedModel',
  dataset_id: 'dataset',
  issue_id: 'issue',
  schema_id: 'labelSchema',
  queue_id: 'reviewQueue',
  endpoint_id: 'endpoint',
  secret_id: 'secret',
  model_definition_id: 'model',
  trace_id: 'trace',
  trace_ids: 'trace',
  request_id: 'trace',
  assessment_id: 'assessment',
};
/** What ids look like in addresses of the recording. */
const IN_PATHS: readonly (readonly [RegExp, keyof Ids])[] = [
  [/(?<=\/traces\/)tr-[0-9a-f]{32}/, 'trace'],
  [/(?<=\/logged-models\/)m-[0-9a-f]{32}/, 'loggedModel'],
  [/(?<=\/datasets\/)d-[0-9a-f]{32}/, 'dataset'],
  [/(?<=\/webhooks\/)[0-9a-f-]{36}/, 'webhook'],
  [/(?<=\/assessments\/)a-[0-9a-f]{32}/, 'assessment'],
];

/** What the client was recorded to say (shared/mlflow), about things that are here, so that it reaches further than "there is no …". */
export function recordedCalls(ids: Ids): RecordedCall[] {
  const lines = readFileSync(RECORDED, 'utf8').trim().split('\n');
  return lines
    .map((line) => JSON.parse(line) as Omit<RecordedCall, 'body'> & { readonly request: unknown })
    .filter(({ request }) => !JSON.stringify(request).includes(OTLP))
    .map(({ method, path, query, request }) => ({
      method,
      path: IN_PATHS.reduce((text, [id, kind]) => text.replace(id, idOf(kind, ids)), path),
      query: withIds(query, ids) as RecordedCall['query'],
      body: request === null ? undefined : withIds(request, ids),
    }));
}

function withIds(value: unknown, ids: Ids, field = ''): unknown {
  const kind = NAMED[field];
  if (typeof value === 'string') return kind ? idOf(kind, ids) : value;
  if (Array.isArray(value)) return value.map((each) => withIds(each, ids, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withIds(each, ids, key)]));
}

function idOf(kind: keyof Ids, ids: Ids): string {
  return kind === 'trace' ? `tr-${ids.trace}` : ids[kind];
}
