import { z } from 'zod';
import type { components } from '@millrace/api-client';
import { quote } from '../../connection/millrace.ts';
import type { Session } from '../../connection/session.ts';
import type { MlflowServer } from './mlflow-server.ts';
import type { ExperimentPair } from '../import-source.ts';

type NewRecord = components['schemas']['MergeDatasetRecordsBody']['records'][number];

const RECORDS_AT_ONCE = 500;
const object = z.record(z.string(), z.unknown());
const record = z.object({
  inputs: object,
  outputs: z.unknown().optional(),
  expectations: object.nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

/** A dataset is known by its name, a record by its inputs: so neither is there twice. Resolves with how many records came. */
export async function importDatasets(
  session: Session,
  server: MlflowServer,
  experiments: readonly ExperimentPair[],
): Promise<{ readonly datasets: number; readonly records: number }> {
  const seen = new Set<string>();
  let records = 0;
  for (const { from, to } of experiments) {
    for await (const dataset of server.datasets(from)) {
      if (seen.has(dataset.dataset_id)) continue;
      seen.add(dataset.dataset_id);
      const id = await datasetNamed(session, dataset.name, to);
      records += await importRecords(session, id, server.records(dataset.dataset_id));
    }
  }
  return { datasets: seen.size, records };
}

async function datasetNamed(session: Session, name: string, experimentId: string): Promise<string> {
  const { millrace, api } = session;
  const query = { filter: `name = ${quote(name)}` };
  const { datasets } = await millrace.take(api.GET('/api/v1/datasets', { params: { query } }));
  if (datasets[0]) return datasets[0].dataset_id;
  const body = { name, experiment_ids: [experimentId] };
  return (await millrace.take(api.POST('/api/v1/datasets', { body }))).dataset_id;
}

async function importRecords(session: Session, id: string, found: AsyncIterable<unknown>): Promise<number> {
  let count = 0;
  let records: NewRecord[] = [];
  const flush = async () => {
    if (records.length === 0) return;
    const params = { path: { id } };
    await session.millrace.take(
      session.api.POST('/api/v1/datasets/{id}/records', { params, body: { records } }),
    );
    count += records.length;
    records = [];
  };
  for await (const each of found) {
    const { inputs, outputs, expectations, tags } = record.parse(each);
    records.push({
      inputs,
      ...(outputs !== undefined && { outputs }),
      ...(expectations && { expectations }),
      ...(tags && { tags }),
    } as NewRecord);
    if (records.length === RECORDS_AT_ONCE) await flush();
  }
  await flush();
  return count;
}
