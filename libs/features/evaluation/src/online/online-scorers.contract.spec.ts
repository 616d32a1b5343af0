import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import {
  startEvaluationDatabase,
  type EvaluationDatabase,
} from '../../../../../test/support/evaluation-database.ts';
import { EvaluationOptions, evaluationConfigSchema } from '../evaluation.config.ts';
import { OnlineScorers } from './online-scorers.ts';

const DEFAULT_EXPERIMENT = 0;
const DEFINITION = JSON.stringify({
  millrace_scorer: { kind: 'response_length', parameters: { max_length: 9 } },
});

let database: EvaluationDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await startEvaluationDatabase();
  source = await database.open();
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => database?.stop());

async function startScorer(name: string): Promise<void> {
  const now = Date.now();
  await source.query(
    'INSERT INTO scorers (id, experiment_id, name, last_version, creation_time) VALUES ($1::text, $2, $1::text, 1, $3)',
    [name, DEFAULT_EXPERIMENT, now],
  );
  await source.query(
    'INSERT INTO scorer_versions (scorer_id, version, definition, creation_time) VALUES ($1, 1, $2, $3)',
    [name, DEFINITION, now],
  );
  await source.query(
    `INSERT INTO online_scoring_configs (scorer_id, id, experiment_id, sample_rate, active_since, last_update_time)
     VALUES ($1::text, $1::text, $2, 1, $3, $3)`,
    [name, DEFAULT_EXPERIMENT, now],
  );
}

it.each([500, 2_000, 10_000])(
  'a scorer is known before a trace completes that began after its start: %d ms of quiet',
  async (completionIdleMs) => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const config = evaluationConfigSchema.parse({ online: { completionIdleMs } });
    const scorers = new OnlineScorers(source, new EvaluationOptions(config));
    const names = async () => (await scorers.of(DEFAULT_EXPERIMENT)).map(({ scorer }) => scorer.name);
    const name = `after ${completionIdleMs}`;
    // Another trace completes the moment before.
    expect(await names()).not.toContain(name);
    await startScorer(name);
    vi.setSystemTime(Date.now() + completionIdleMs);
    expect(await names()).toContain(name);
  },
);
