import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Rejected, Unavailable } from '@millrace/domain';
import { KeptJobs } from '@millrace/jobs';
import type { BlobStore, SpanLog } from '@millrace/ports';
import { TracesService } from '@millrace/trace-access';
import {
  startEvaluationDatabase,
  type EvaluationDatabase,
} from '../../../../../test/support/evaluation-database.ts';
import { MemoryTraceReader } from '../testing/memory-traces.ts';
import { InvocationsService } from './invocations.service.ts';

const TRACE = 'a'.repeat(32);
const SCORER = { name: 'one', definition: '{"millrace_scorer":{"kind":"safety"}}' };

let database: EvaluationDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await startEvaluationDatabase();
  source = await database.open();
  await source.query(
    `INSERT INTO experiments (id, workspace_id, name, artifact_location, lifecycle_stage, creation_time, last_update_time)
     VALUES (1, 'default', 'one', 'none', 'active', 1, 1)`,
  );
});
afterAll(() => database?.stop());

/** `onBarrier` is what comes of waiting for what was acknowledged. */
function open(onBarrier: (reader: MemoryTraceReader) => boolean) {
  const reader = new MemoryTraceReader();
  const barrier = async () => ({ completeTo: 1, lagMs: 0, isComplete: onBarrier(reader) });
  const log = { barrier } as unknown as SpanLog;
  const traces = new TracesService(reader, {} as BlobStore);
  const invocations = new InvocationsService(source, traces, new KeptJobs(source, database.openQueue()), log);
  const given = { experimentId: '1', scorer: SCORER, traceIds: [TRACE], publishes: true };
  return { create: () => invocations.create('default', given) };
}

function store(reader: MemoryTraceReader): void {
  reader.addSpan({
    ...{ traceId: TRACE, spanId: '1'.repeat(16), parentSpanId: undefined, name: 'ask', kind: 1 },
    ...{ startTimeUnixNano: 1n, endTimeUnixNano: 2n, statusCode: 0, statusMessage: '', traceState: '' },
    ...{ attributes: new Map(), events: [], links: [] },
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
  });
}

it('looks at traces that were acknowledged the moment before', async () => {
  const { create } = open((reader) => {
    store(reader);
    return true;
  });
  expect(await create()).toMatchObject([{ traceIds: [TRACE], state: 'waiting' }]);
});

it('says of unknown traces that they are not there, once that is known', async () => {
  await expect(open(() => true).create()).rejects.toThrow(Rejected);
  await expect(open(() => false).create()).rejects.toThrow(Unavailable);
});
