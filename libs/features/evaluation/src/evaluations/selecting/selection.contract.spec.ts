import { afterAll, beforeAll, expect, it } from 'vitest';
import { JobPostponed, type Freshness, type SpanLog } from '@millrace/ports';
import type { DataSource } from 'typeorm';
import {
  startEvaluationDatabase,
  type EvaluationDatabase,
} from '../../../../../../test/support/evaluation-database.ts';
import { MemoryTraceReader } from '../../testing/memory-traces.ts';
import { createEvaluation } from '../create-evaluation.ts';
import type { Evaluation } from '../evaluation.ts';
import { readEvaluation } from '../evaluation-rows.ts';
import { SelectionService } from './selection.service.ts';

const stop = new AbortController().signal;
let database: EvaluationDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await startEvaluationDatabase();
  source = await database.open();
});
afterAll(() => database?.stop());

/** A log that is so far behind. */
function selectionBehind(freshness: Freshness): SelectionService {
  const log = { barrier: () => Promise.resolve(freshness) } as unknown as SpanLog;
  return new SelectionService(source, log, new MemoryTraceReader());
}

async function newEvaluation(): Promise<Evaluation> {
  const id = await source.transaction((manager) =>
    createEvaluation(manager, 'default', {
      experimentId: '0',
      cause: 'batch',
      selection: { kind: 'traces', traceIds: ['a'.repeat(32)] },
      scorers: [{ name: 'one', definition: '{"millrace_scorer":{"kind":"safety"}}' }],
      budgetUsd: undefined,
    }),
  );
  const evaluation = await readEvaluation(source.manager, id);
  if (!evaluation) throw new Error('no evaluation');
  return evaluation;
}

it('waits for what was acknowledged before the evaluation was asked for, however long that takes', async () => {
  const evaluation = await newEvaluation();
  const completeTo = evaluation.creationTime - 1;
  const behind = selectionBehind({ completeTo, lagMs: 60_000, isComplete: false });
  await expect(behind.select(evaluation, stop)).rejects.toThrow(JobPostponed);
  expect((await readEvaluation(source.manager, evaluation.id))?.state).toBe('selecting');
});

it('does not wait for what comes all the time', async () => {
  const evaluation = await newEvaluation();
  const completeTo = evaluation.creationTime;
  await selectionBehind({ completeTo, lagMs: 60_000, isComplete: false }).select(evaluation, stop);
  expect((await readEvaluation(source.manager, evaluation.id))?.state).toBe('running');
});
