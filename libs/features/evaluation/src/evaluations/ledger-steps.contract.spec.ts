import { Logger } from '@nestjs/common';
import type { DataSource, EntityManager } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JobPostponed, JOBS, type JobQueue } from '@millrace/ports';
import {
  startEvaluationDatabase,
  type EvaluationDatabase,
} from '../../../../../test/support/evaluation-database.ts';
import { BudgetSpent, type JudgedScorer } from '../judging/judged-scorer.ts';
import { AdvanceEvaluationService } from './advance-evaluation.service.ts';
import { createEvaluation } from './create-evaluation.ts';
import { EvaluationSpend } from './evaluation-spend.ts';
import { readEvaluation } from './evaluation-rows.ts';
import { EvaluationsService } from './evaluations.service.ts';
import { EvaluationEndings } from './finishing/evaluation-endings.service.ts';
import { claimItems, type ClaimedItem } from './items/claim-items.ts';
import { completeItems, type ItemOutcome } from './items/complete-items.ts';
import { ItemLedger } from './items/item-ledger.service.ts';
import { markQueued, readDue } from './items/queued-items.ts';
import { countLedger } from './ledger.ts';
import {
  addItems,
  addSessions,
  keepSmallest,
  skipTracesWithoutSession,
  type NewItem,
} from './selecting/add-items.ts';
import { SelectionService } from './selecting/selection.service.ts';

const judge = (name: string) => ({ name, definition: '{"millrace_scorer":{"kind":"safety"}}' });
const trace = (n: number, more: Partial<NewItem> = {}): NewItem => ({
  ...{ kind: 'trace', subject: `trace ${n}`, traceId: `trace ${n}`, sampleHash: 100 - n },
  ...more,
});
const stop = new AbortController().signal;

let database: EvaluationDatabase;
let sources: readonly [DataSource, DataSource];
let manager: EntityManager;

beforeAll(async () => {
  Logger.overrideLogger(false);
  database = await startEvaluationDatabase();
  sources = [await database.open(), await database.open()];
  manager = sources[0].manager;
});
afterAll(() => database?.stop());

/** An evaluation whose rows are these. */
async function start(items: readonly NewItem[], budgetUsd?: number): Promise<string> {
  const id = await manager.transaction((inner) =>
    createEvaluation(inner, 'default', {
      experimentId: '0',
      cause: 'batch',
      selection: { kind: 'traces', traceIds: ['a'.repeat(32)] },
      scorers: [judge('one'), judge('two')],
      budgetUsd,
    }),
  );
  await addItems(manager, id, items);
  await manager.query(`UPDATE evaluations SET state = 'running', is_selected = true WHERE id = $1`, [id]);
  return id;
}

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly state: string;
  readonly reason: string | null;
}

const rowsOf = (id: string): Promise<Row[]> =>
  manager.query<Row[]>(
    'SELECT id::text AS id, subject, state, reason FROM evaluation_items WHERE evaluation_id = $1 ORDER BY kind, subject',
    [id],
  );

const idsOf = async (id: string): Promise<string[]> => (await rowsOf(id)).map((row) => row.id);

async function claim(evaluationId: string, itemId: string, source = sources[0]): Promise<ClaimedItem> {
  const [claimed] = await claimItems(source.manager, [{ evaluationId, itemId }]);
  if (!claimed) throw new Error('nothing to claim');
  return claimed;
}

const complete = (
  { evaluation, item }: ClaimedItem,
  outcome: ItemOutcome,
  source = sources[0],
): Promise<void> => source.transaction((inner) => completeItems(inner, [{ evaluation, item, outcome }]));

function judged(name: string, state: JudgedScorer['state'], costUsd = 0): JudgedScorer {
  return {
    scorer: judge(name),
    state,
    reason: state === 'scored' ? undefined : `${name} ${state}`,
    verdicts: state === 'scored' ? [{ name, value: 'yes' }] : [],
    inputTokens: 10,
    outputTokens: 1,
    costUsd,
    isCached: false,
    assessmentIds: [],
  };
}

async function ledgerOf(id: string) {
  const { counts, sessions, costUsd, inputTokens } = await countLedger(manager, id);
  const { sampled, pending, scored, skipped, failed } = counts;
  expect(pending + scored + skipped + failed).toBe(sampled);
  return { ...counts, sessions, costUsd, inputTokens };
}

describe('adding rows to a ledger', () => {
  it('takes each subject once, and those that can’t be judged as skipped', async () => {
    const id = await start([trace(1), trace(2, { skipped: 'too old' }), trace(1)]);
    await addItems(manager, id, [trace(2), trace(3)]);
    expect((await rowsOf(id)).map(({ subject, state, reason }) => [subject, state, reason])).toEqual([
      ['trace 1', 'pending', null],
      ['trace 2', 'skipped', 'too old'],
      ['trace 3', 'pending', null],
    ]);
    expect(await ledgerOf(id)).toMatchObject({ sampled: 3, pending: 2, skipped: 1 });
  });

  it('keeps the smallest hashes, in whatever order they came', async () => {
    const id = await start([trace(1), trace(5), trace(3)]);
    await keepSmallest(manager, id, 2);
    await addItems(manager, id, [trace(4), trace(2)]);
    await keepSmallest(manager, id, 2);
    await keepSmallest(manager, id, 2);
    expect((await rowsOf(id)).map(({ subject }) => subject)).toEqual(['trace 4', 'trace 5']);
  });

  it('makes a row of each session, and skips traces that have none', async () => {
    const id = await start([trace(1, { sessionId: 's' }), trace(2, { sessionId: 's' }), trace(3)]);
    await addSessions(manager, id);
    await addSessions(manager, id);
    await skipTracesWithoutSession(manager, id);
    expect((await rowsOf(id)).map(({ subject, state }) => [subject, state])).toEqual([
      ['s', 'pending'],
      ['trace 1', 'pending'],
      ['trace 2', 'pending'],
      ['trace 3', 'skipped'],
    ]);
    expect(await ledgerOf(id)).toMatchObject({ sampled: 3, sessions: { sampled: 1, pending: 1 } });
  });
});

describe('queueing rows', () => {
  it('keeps a window of them, by their hash, and takes again those whose job may be lost', async () => {
    const id = await start([1, 2, 3, 4, 5].map((n) => trace(n)));
    const names = async (ids: readonly string[]) => {
      const rows = await rowsOf(id);
      return ids.map((each) => rows.find((row) => row.id === each)?.subject);
    };
    const due = () => readDue(manager, id, ['trace'], 3);
    const first = await due();
    expect(await names(first)).toEqual(['trace 5', 'trace 4', 'trace 3']);
    await markQueued(manager, first);
    expect(await due()).toEqual([]);
    const [lost = '', done = ''] = first;
    await manager.query('UPDATE evaluation_items SET queued_time = 1 WHERE id = $1', [lost]);
    await complete(await claim(id, done), { judged: [judged('one', 'scored')] });
    expect(await names(await due())).toEqual(['trace 5', 'trace 2']);
    expect(await readDue(manager, id, ['session'], 3)).toEqual([lost]);
  });

  it('by two processes at once queues each row once', async () => {
    const id = await start(Array.from({ length: 120 }, (_, n) => trace(n)));
    const queues = [database.openQueue(), database.openQueue()];
    const advance = (queue: JobQueue, source: DataSource): Promise<unknown> => {
      const selection = Object.create(SelectionService.prototype) as SelectionService;
      const payload = { evaluationId: id };
      const job = {
        id: '1',
        workspaceId: 'default',
        payload,
        attempt: 1,
        stop,
        reportProgress: async () => undefined,
      };
      return new AdvanceEvaluationService(source, queue, selection, new EvaluationEndings(source))
        .run(job)
        .catch((error: unknown) => error);
    };
    const [first, second] = await Promise.all(
      queues.map((queue, place) => advance(queue, sources[place === 0 ? 0 : 1])),
    );
    expect([first, second]).toEqual([expect.any(JobPostponed), expect.any(JobPostponed)]);
    const counts = await queues[0]?.count();
    expect(counts?.find(({ kind }) => kind === JOBS.judgeItem.name)).toMatchObject({ waiting: 120 });

    // And judged by two processes, each row comes to its end once.
    const judgedRows: string[] = [];
    const workers = await Promise.all(
      queues.map((queue, place) =>
        queue.work(JOBS.judgeItem, { concurrency: 8 }, async ({ payload }) => {
          const source = sources[place === 0 ? 0 : 1];
          const claimed = await claim(payload.evaluationId, payload.itemId, source);
          judgedRows.push(payload.itemId);
          await complete(claimed, { judged: [judged('one', 'scored', 0.01)] }, source);
        }),
      ),
    );
    await expect.poll(async () => (await ledgerOf(id)).pending, { timeout: 20_000 }).toBe(0);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(new Set(judgedRows).size).toBe(120);
    expect(judgedRows).toHaveLength(120);
    const ledger = await ledgerOf(id);
    expect(ledger).toMatchObject({ sampled: 120, scored: 120, inputTokens: 1_200 });
    expect(ledger.costUsd).toBeCloseTo(1.2, 9);
  });
});

describe('judging a row', () => {
  it('counts its starts, knows who judged it, and frees what an earlier start had reserved', async () => {
    const id = await start([trace(1)], 1);
    const [itemId = ''] = await idsOf(id);
    const { evaluation, item, starts } = await claim(id, itemId);
    expect(starts).toBe(1);
    await EvaluationSpend.of(sources[0], evaluation, item, stop)?.reserve(0.9);
    await complete(await claim(id, itemId), { judged: [judged('one', 'scored'), judged('two', 'failed')] });
    const reserved = await manager.query('SELECT 1 FROM evaluation_reservations WHERE evaluation_id = $1', [
      id,
    ]);
    expect(reserved).toEqual([]);
    expect(await rowsOf(id)).toMatchObject([{ state: 'failed', reason: 'two failed' }]);
    expect(await claimItems(manager, [{ evaluationId: id, itemId }])).toEqual([undefined]);
    const evaluations = new EvaluationsService(sources[0], database.openQueue());
    await evaluations.retryFailed('default', id);
    expect(await claim(id, itemId)).toMatchObject({ starts: 1, judgedBy: ['one'], item: { retries: 1 } });
  });

  it('ends many together: one that PostgreSQL refuses fails alone, and the last one ends the evaluation', async () => {
    const id = await start(Array.from({ length: 6 }, (_, n) => trace(n)));
    const ids = await idsOf(id);
    const ledger = new ItemLedger(sources[0], new EvaluationEndings(sources[0]));
    const claimed = await Promise.all(ids.map((itemId) => ledger.claim({ evaluationId: id, itemId })));
    const refused = { ...judged('one', 'failed'), reason: 'a\0b' };
    const end = (each: ClaimedItem | undefined, what: JudgedScorer) =>
      each && ledger.complete({ ...each, outcome: { judged: [what] } });
    const settled = await Promise.allSettled(
      claimed.map((each, place) => end(each, place === 2 ? refused : judged('one', 'scored'))),
    );
    expect(settled.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      true,
      false,
      true,
      true,
      true,
    ]);
    expect(settled[2]).toMatchObject({ reason: { reason: 'invalid' } });
    expect(await ledgerOf(id)).toMatchObject({ scored: 5, pending: 1 });
    expect(await readEvaluation(manager, id)).toMatchObject({ state: 'running' });
    await end(claimed[2], judged('one', 'scored'));
    expect(await readEvaluation(manager, id)).toMatchObject({ state: 'finished' });
  });

  it('waits while its evaluation is paused, and ends with it when that is cancelled', async () => {
    const id = await start([trace(1), trace(2)]);
    const [first = '', second = ''] = await idsOf(id);
    await markQueued(manager, [first, second]);
    const running = await claim(id, second);
    const evaluations = new EvaluationsService(sources[0], database.openQueue());
    await evaluations.pause('default', id);
    expect(await claimItems(manager, [{ evaluationId: id, itemId: first }])).toEqual([undefined]);
    expect(await readDue(manager, id, ['trace'], 2)).toEqual([first]);
    await evaluations.cancel('default', id);
    expect(await ledgerOf(id)).toMatchObject({ skipped: 2 });
    // What was being judged was paid for.
    await complete(running, { judged: [judged('one', 'scored', 0.5)] });
    expect(await ledgerOf(id)).toMatchObject({ skipped: 1, scored: 1, costUsd: 0.5 });
  });

  it('stores what came of it once, whoever ends it', async () => {
    const id = await start([trace(1)], 1);
    const [itemId = ''] = await idsOf(id);
    const claims = await Promise.all(sources.map((source) => claim(id, itemId, source)));
    await Promise.all(
      claims.map((claimed, place) =>
        complete(
          claimed,
          {
            traceId: 't',
            traceVersion: 7n,
            judged: [judged('one', 'scored', 0.2), judged('two', 'skipped', 0.1)],
          },
          sources[place === 0 ? 0 : 1],
        ),
      ),
    );
    const ledger = await ledgerOf(id);
    expect(ledger).toMatchObject({ sampled: 1, scored: 1, inputTokens: 20 });
    expect(ledger.costUsd).toBeCloseTo(0.3, 9);
    expect((await readEvaluation(manager, id))?.spentUsd).toBeCloseTo(0.3, 9);
    const results = await manager.query<{ scorer: string; state: string }[]>(
      'SELECT scorer, state FROM evaluation_results WHERE evaluation_id = $1 ORDER BY scorer',
      [id],
    );
    expect(results).toEqual([
      { scorer: 'one', state: 'scored' },
      { scorer: 'two', state: 'skipped' },
    ]);
  });
});

describe('a budget', () => {
  it('is never overdrawn by two processes that reserve at once', async () => {
    const id = await start([trace(1), trace(2)], 1);
    const items = await idsOf(id);
    const claims = await Promise.all(
      items.map((itemId, place) => claim(id, itemId, sources[place === 0 ? 0 : 1])),
    );
    const spends = claims.map(({ evaluation, item }, place) =>
      EvaluationSpend.of(sources[place === 0 ? 0 : 1], evaluation, item, stop),
    );
    let underWay = 0;
    let most = 0;
    let paid = 0;
    const call = async (n: number): Promise<void> => {
      const spend = spends[n % 2];
      await spend?.reserve(0.3);
      most = Math.max(most, ++underWay);
      underWay -= 1;
      await spend?.settle(0.3, 0.2);
      paid += 0.2;
    };
    const ended = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => call(n)));
    const refused = ended.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    expect(refused.every((reason) => reason instanceof BudgetSpent)).toBe(true);
    expect(refused.length).toBe(8);
    expect(most).toBeLessThanOrEqual(3);
    expect(paid).toBeCloseTo(0.8, 9);
    const evaluation = await readEvaluation(manager, id);
    expect(evaluation?.spentUsd).toBeCloseTo(0.8, 9);
    expect(evaluation?.isBudgetSpent).toBe(true);
    expect((await ledgerOf(id)).costUsd).toBeCloseTo(0.8, 9);
  });

  it('counts what answering a record took beside what judging it took', async () => {
    const id = await start([trace(1)], 1);
    const [itemId = ''] = await idsOf(id);
    const claimed = await claim(id, itemId);
    const spend = EvaluationSpend.of(sources[0], claimed.evaluation, claimed.item, stop);
    await spend?.reserve(0.5);
    await manager.query(
      'UPDATE evaluation_items SET answer_usd = 0.3, answer_input_tokens = 5 WHERE id = $1',
      [itemId],
    );
    await spend?.settle(0.5, 0.3);
    await complete(claimed, { judged: [judged('one', 'scored', 0.1)] });
    const ledger = await ledgerOf(id);
    expect(ledger.costUsd).toBeCloseTo(0.4, 9);
    expect(ledger.inputTokens).toBe(15);
    expect((await readEvaluation(manager, id))?.spentUsd).toBeCloseTo(0.4, 9);
  });
});
