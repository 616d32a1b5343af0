import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';
import { findTargets, targetsBody, type Trace, type TraceTargets } from './traces.ts';

/** As many as a list of names is chosen from. */
const LISTED = 100;
/** Of one action: each is read for its inputs. */
export const MOST_RECORDS = 200;
/** Of one action. */
export const MOST_REVIEWED = 1000;
const AT_ONCE = 6;

export const datasetChoicesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['datasets', 'choices', experimentId],
    queryFn: async ({ signal }) => {
      const query = { experiment_id: experimentId, limit: LISTED };
      const { datasets } = await dataOf(api.GET('/api/v1/datasets', { params: { query }, signal }));
      return datasets.map(({ dataset_id: value, name: label }) => ({ value, label }));
    },
  });

export const reviewChoicesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['review-queues', 'choices', experimentId],
    queryFn: async ({ signal }) => {
      const query = { experiment_id: experimentId, limit: LISTED };
      const { review_queues: queues } = await dataOf(
        api.GET('/api/v1/review-queues', { params: { query }, signal }),
      );
      return queues.map(({ queue_id: value, name: label }) => ({ value, label }));
    },
  });

export const scorerChoicesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: ['scorers', 'choices', experimentId],
    queryFn: async ({ signal }) => {
      const query = { experiment_id: experimentId };
      const { scorers } = await dataOf(api.GET('/api/v1/scorers', { params: { query }, signal }));
      return [...new Set(scorers.map(({ name }) => name))].map((name) => ({ value: name, label: name }));
    },
  });

export async function createDataset(experimentId: string, name: string): Promise<string> {
  const body = { name, experiment_ids: [experimentId], tags: {} };
  return (await dataOf(api.POST('/api/v1/datasets', { body }))).dataset_id;
}

export async function createReviewQueue(experimentId: string, name: string): Promise<string> {
  const body = { experiment_id: experimentId, name, users: [], schema_ids: [] };
  return (await dataOf(api.POST('/api/v1/review-queues', { body }))).queue_id;
}

/** What the roots were asked becomes records, with what is expected of the trace. Answers how many it has room for. */
export async function addToDataset(targets: TraceTargets, datasetId: string): Promise<number> {
  const ids = [...(await findTargets(targets, MOST_RECORDS))];
  const records: DatasetRecord[] = [];
  while (ids.length > 0) {
    const part = await Promise.all(ids.splice(0, AT_ONCE).map(readRecord));
    records.push(...part.filter((record) => record !== undefined));
  }
  if (records.length === 0)
    throw new Error('None of these traces has inputs of its root to make a record of.');
  const params = { path: { id: datasetId } };
  await dataOf(api.POST('/api/v1/datasets/{id}/records', { params, body: { records: records as never } }));
  return records.length;
}

interface DatasetRecord {
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly expectations?: Readonly<Record<string, unknown>>;
  readonly source: { readonly source_type: 'TRACE'; readonly source_data: { readonly trace_id: string } };
}

/** Undefined for a trace without a root, or whose root was asked nothing. */
async function readRecord(traceId: string): Promise<DatasetRecord | undefined> {
  const path = { trace_id: traceId };
  const { trace } = await dataOf(api.GET('/api/v1/traces/{trace_id}', { params: { path } }));
  if (trace.root_span_id === undefined) return undefined;
  const { span } = await dataOf(
    api.GET('/api/v1/traces/{trace_id}/spans/{span_id}', {
      params: { path: { ...path, span_id: trace.root_span_id } },
    }),
  );
  if (span.inputs === undefined) return undefined;
  const expectations = expectationsOf(trace);
  return {
    inputs: asRecord(span.inputs),
    ...(expectations !== undefined && { expectations }),
    source: { source_type: 'TRACE', source_data: { trace_id: `tr-${traceId}` } },
  };
}

function expectationsOf({ assessments }: Trace): Readonly<Record<string, unknown>> | undefined {
  const told = assessments.filter(({ kind, value }) => kind === 'expectation' && value !== undefined);
  return told.length === 0 ? undefined : Object.fromEntries(told.map(({ name, value }) => [name, value]));
}

/** Inputs are named values; anything else is the value of `input`. */
function asRecord(text: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(text);
    const isRecord = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed);
    return isRecord ? (parsed as Record<string, unknown>) : { input: parsed };
  } catch {
    return { input: text };
  }
}

export async function sendToReview(targets: TraceTargets, queueId: string): Promise<number> {
  const traceIds = [...(await findTargets(targets, MOST_REVIEWED))];
  const params = { path: { queue_id: queueId } };
  await dataOf(api.POST('/api/v1/review-queues/{queue_id}/items', { params, body: { trace_ids: traceIds } }));
  return traceIds.length;
}

/** Answers the evaluation's id: it goes on by itself. */
export async function evaluateTraces(
  experimentId: string,
  targets: TraceTargets,
  scorers: readonly string[],
): Promise<string> {
  const body = {
    ...targetsBody(targets),
    experiment_id: experimentId,
    scorers: scorers.map((name) => ({ name })),
    cause: 'batch' as const,
    sample_rate: 1,
    seed: '',
  };
  return (await dataOf(api.POST('/api/v1/evaluations', { body }))).evaluation_id;
}
