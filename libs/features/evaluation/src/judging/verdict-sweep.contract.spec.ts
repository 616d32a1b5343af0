import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  startEvaluationDatabase,
  type EvaluationDatabase,
} from '../../../../../test/support/evaluation-database.ts';
import { VerdictPublisher } from './verdict-publisher.ts';
import { VerdictSweep } from './verdict-sweep.service.ts';

const DAY = 86_400_000;
const MORE_THAN_TWO_PAGES = 11_000;

let database: EvaluationDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await startEvaluationDatabase();
  source = await database.open();
});
afterAll(() => database?.stop());

interface Kind {
  readonly cause: string;
  readonly judgedAt: number;
  readonly publishedAt?: number;
  readonly isPublic?: boolean;
}

const addVerdicts = (name: string, count: number, { cause, judgedAt, publishedAt, isPublic = true }: Kind) =>
  source.query(
    `INSERT INTO verdicts (id, workspace_id, experiment_id, level, trace_id, trace_version, scorer_key, scorer_name,
       source_type, cause_kind, cause_id, state, findings, assessment_ids, input_tokens, output_tokens, cost_usd,
       is_cached, is_public, supersedes, judged_at, published_at)
     SELECT $1 || n, 'default', 0, 'trace', 't', 1, 's', 's', 'code', $3, '', 'scored', '[]', '{}', 0, 0, 0,
       false, $6, false, $4, $5 FROM generate_series(1, $2) AS n`,
    [`${name} `, count, cause, judgedAt, publishedAt ?? null, isPublic],
  );

it('forgets all that is kept no longer, however much that is, and nothing else', async () => {
  const now = Date.now();
  const old = now - 31 * DAY;
  await addVerdicts('old', MORE_THAN_TWO_PAGES, { cause: 'online', judgedAt: old, publishedAt: old });
  await addVerdicts('secret', 1, { cause: 'invocation', judgedAt: old, isPublic: false });
  await addVerdicts('untold', 1, { cause: 'online', judgedAt: old });
  await addVerdicts('young', 1, { cause: 'online', judgedAt: now - 29 * DAY, publishedAt: now });
  await addVerdicts('ledger', 1, { cause: 'evaluation', judgedAt: old, publishedAt: old });
  await source.query(
    `INSERT INTO judgements (id, workspace_id, answer, expires_at)
     SELECT 'a' || n, 'default', '{}', CASE WHEN n = 1 THEN $2::bigint ELSE 1 END FROM generate_series(1, $1) AS n`,
    [MORE_THAN_TWO_PAGES, now + DAY],
  );
  const publisher = Object.create(VerdictPublisher.prototype) as VerdictPublisher;
  expect(await new VerdictSweep(source, publisher).forgetOld(now)).toBe(MORE_THAN_TWO_PAGES + 1);
  const left = await source.query<{ id: string }[]>('SELECT id FROM verdicts ORDER BY id');
  expect(left.map(({ id }) => id)).toEqual(['ledger 1', 'untold 1', 'young 1']);
  expect(await source.query('SELECT id FROM judgements')).toEqual([{ id: 'a1' }]);
});
