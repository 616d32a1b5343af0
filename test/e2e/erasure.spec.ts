import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { untilComplete } from '../support/api.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const DAY_MS = 86_400_000;
const NANOS_PER_MS = 1_000_000n;
const PATIENCE = { timeout: 30_000, interval: 200 };
/** Larger than what stays in the log: it goes to the blob store. */
const LARGE = 300 * 1024;

interface Erasure {
  readonly erasure_id: string;
  readonly state: string;
  readonly failure?: string;
  readonly trace_count: number;
  readonly held_count: number;
}

interface Proof {
  readonly trace_count: number;
  readonly trace_ids_sha256: string;
  readonly rows_left: number;
  readonly arrived_since: number;
  readonly stores: readonly { readonly store: string; readonly found: number; readonly left: number }[];
  readonly held: readonly { readonly hold_id: string; readonly trace_count: number }[];
  readonly copies: readonly unknown[];
}

interface Removal {
  readonly removal_id: string;
  readonly state: string;
  readonly trace_count: number;
  readonly held_count: number;
  readonly byte_count: number;
}

describe.each(TOPOLOGIES)('how long data is kept in $name', (topology) => {
  let target: BorrowedTarget;
  const [ann, bob] = [`ann-${newTraceId()}`, `bob-${newTraceId()}`];
  const marker = `words-of-${ann}`;
  const ofAnn = [newTraceId(), newTraceId(), newTraceId()].sort();
  const ofBob = newTraceId();

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(() => target?.stop());

  async function ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const { status, text } = await call(method, path, body);
    expect([200, 201, 202], `${method} ${path}: ${text}`).toContain(status);
    return JSON.parse(text) as Answer;
  }

  async function refused(method: string, path: string, body?: object): Promise<string> {
    const { status, text } = await call(method, path, body);
    expect([400, 404], `${method} ${path}: ${text}`).toContain(status);
    return text;
  }

  async function call(method: string, path: string, body?: object) {
    const answer = await fetch(`${target.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', 'x-millrace-read-after': 'now' },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  }

  async function spanOf(traceId: string, user: string, session: string, text: string) {
    const start = BigInt(Date.now()) * NANOS_PER_MS;
    const attributes = { 'user.id': user, 'session.id': session, 'input.value': text };
    await sendSpans(target.otlpUrl, [
      makeSpan({ traceId, startTimeUnixNano: start, endTimeUnixNano: start + 1_000_000n, attributes }),
    ]);
  }

  async function newExperiment(): Promise<string> {
    const { experiment_id: id } = await ask<{ experiment_id: string }>('POST', '/api/v1/experiments', {
      name: `kept-${newTraceId()}`,
    });
    return id;
  }

  async function traceIds(experimentId: string, filter = ''): Promise<string[]> {
    const query = new URLSearchParams({ experiment_id: experimentId, filter, limit: '500' });
    const { traces } = await ask<{ traces: { trace_id: string }[] }>('GET', `/api/v1/traces?${query}`);
    return traces.map((trace) => trace.trace_id).sort();
  }

  /** Asks until it has ended: a removal says by itself that it has. */
  async function ended<Thing extends { readonly state: string }>(find: () => Promise<Thing>): Promise<Thing> {
    for (const deadline = Date.now() + 90_000; Date.now() < deadline; await sleep(200)) {
      const thing = await find();
      if (thing.state === 'done' || thing.state === 'failed') return thing;
    }
    throw new Error(`not ended: ${JSON.stringify(await find())}`);
  }

  const erase = async (body: object): Promise<Erasure> => {
    const { erasure_id: id } = await ask<Erasure>('POST', '/api/v1/erasures', {
      reason: 'asked by letter',
      ...body,
    });
    return ended(() => ask<Erasure>('GET', `/api/v1/erasures/${id}`));
  };

  it('erases a user whole, nobody else, and proves it', async () => {
    await spanOf(ofAnn[0] ?? '', ann, `${ann}-1`, `${marker} first`);
    await spanOf(ofAnn[1] ?? '', ann, `${ann}-1`, `${marker} ${'x'.repeat(LARGE)}`);
    await spanOf(ofAnn[2] ?? '', ann, `${ann}-2`, `${marker} second`);
    await spanOf(ofBob, bob, `${bob}-1`, 'words of bob');
    await untilComplete(target.url);
    await ask('POST', `/api/v1/traces/${ofAnn[0]}/assessments`, {
      name: 'helpful',
      value: true,
      rationale: marker,
    });
    expect(await traceIds(target.experimentId)).toEqual([...ofAnn, ofBob].sort());

    const erasure = await erase({ user_id: ann });
    expect(erasure).toMatchObject({ state: 'done', trace_count: 3, held_count: 0 });
    const proof = await ask<Proof>('GET', `/api/v1/erasures/${erasure.erasure_id}/proof`);
    const digest = createHash('sha256')
      .update(ofAnn.map((id) => `${id}\n`).join(''))
      .digest('hex');
    expect(proof).toMatchObject({
      trace_count: 3,
      trace_ids_sha256: digest,
      rows_left: 0,
      arrived_since: 0,
      held: [],
    });
    const found = new Map(proof.stores.map((store) => [store.store, store]));
    expect(found.get('spans')).toEqual({ store: 'spans', found: 3, left: 0 });
    expect(found.get('traces')?.found).toBeGreaterThanOrEqual(3);
    expect(proof.copies.length).toBeGreaterThan(3);

    expect(await traceIds(target.experimentId)).toEqual([ofBob]);
    await refused('GET', `/api/v1/traces/${ofAnn[0]}`);
    for (const table of ['spans', 'traces', 'assessments']) {
      const { rows } = await ask<{ rows: unknown[] }>('POST', '/api/v1/sql', {
        query: `SELECT * FROM ${table}`,
      });
      expect(JSON.stringify(rows)).not.toContain(marker);
      expect(JSON.stringify(rows)).not.toContain(ann);
    }
  }, 120_000);

  it('a late span of an erased trace shows nothing; new data of the user is stored again', async () => {
    await spanOf(ofAnn[0] ?? '', ann, `${ann}-1`, `${marker} late`);
    const fresh = newTraceId();
    await spanOf(fresh, ann, `${ann}-3`, 'after the erasure');
    await untilComplete(target.url);
    expect(await traceIds(target.experimentId)).toEqual([ofBob, fresh].sort());
  });

  it('a hold refuses deletion and erasure by name, and keeps from age; lifted, they go on', async () => {
    const experiment = await newExperiment();
    const [held, free] = [newTraceId(), newTraceId()];
    const old = Date.now() - 40 * DAY_MS;
    for (const [id, session] of [
      [held, 'case-7'],
      [free, 'other'],
    ] as const) {
      const start = BigInt(old) * NANOS_PER_MS;
      await sendSpans(
        target.otlpUrl,
        [
          makeSpan({
            traceId: id,
            startTimeUnixNano: start,
            endTimeUnixNano: start + 1_000_000n,
            attributes: { 'session.id': session },
          }),
        ],
        { 'x-mlflow-experiment-id': experiment },
      );
    }
    await untilComplete(target.url);
    const { hold_id: hold } = await ask<{ hold_id: string }>('POST', '/api/v1/legal-holds', {
      experiment_id: experiment,
      session_id: 'case-7',
      reason: 'court file 7',
    });
    const deletion = await refused('POST', '/api/v1/traces/delete', { trace_ids: [held, free] });
    expect(deletion).toContain(
      `session 'case-7' of experiment ${experiment} is under legal hold ${hold} (court file 7)`,
    );
    expect(await refused('POST', '/api/v1/erasures', { session_id: 'case-7', reason: 'no' })).toContain(hold);
    expect(await traceIds(experiment)).toEqual([held, free].sort());

    await refused('POST', '/api/v1/retention/removals', { experiment_id: experiment });
    await ask('PUT', `/api/v1/retention/experiments/${experiment}`, { days: 30 });
    // The clock's own look, each half minute, may take a trace before the one that is asked for.
    const removalsOf = async () => {
      const path = `/api/v1/retention/removals?experiment_id=${experiment}`;
      return (await ask<{ removals: Removal[] }>('GET', path)).removals;
    };
    const apply = async (): Promise<Removal> => {
      const { removal_id: id } = await ask<Removal>('POST', '/api/v1/retention/removals', {
        experiment_id: experiment,
      });
      return ended(async () => {
        const mine = (await removalsOf()).find((removal) => removal.removal_id === id);
        if (!mine) throw new Error(`no removal ${id}`);
        return mine;
      });
    };
    const removed = async () => {
      const removals = await removalsOf();
      return removals.reduce((sum, { trace_count: traces }) => sum + traces, 0);
    };
    expect(await apply()).toMatchObject({ state: 'done', held_count: 1 });
    await expect.poll(() => traceIds(experiment), PATIENCE).toEqual([held]);
    await expect.poll(removed, PATIENCE).toBe(1);

    await ask('POST', `/api/v1/legal-holds/${hold}/lift`);
    expect(await apply()).toMatchObject({ state: 'done', held_count: 0 });
    await expect.poll(() => traceIds(experiment), PATIENCE).toEqual([]);
    await expect.poll(removed, PATIENCE).toBe(2);
  }, 120_000);

  it('an experiment under hold keeps a person, and the erasure says so', async () => {
    const experiment = await newExperiment();
    const [kept, gone] = [newTraceId(), newTraceId()];
    const user = `eve-${newTraceId()}`;
    const span = (traceId: string) => makeSpan({ traceId, attributes: { 'user.id': user } });
    await sendSpans(target.otlpUrl, [span(kept)], { 'x-mlflow-experiment-id': experiment });
    await sendSpans(target.otlpUrl, [span(gone)]);
    await untilComplete(target.url);
    const { hold_id: hold } = await ask<{ hold_id: string }>('POST', '/api/v1/legal-holds', {
      experiment_id: experiment,
      reason: 'audit',
    });
    const erasure = await erase({ user_id: user });
    expect(erasure).toMatchObject({ state: 'done', trace_count: 1, held_count: 1 });
    const proof = await ask<Proof>('GET', `/api/v1/erasures/${erasure.erasure_id}/proof`);
    expect(proof.held).toEqual([{ hold_id: hold, trace_count: 1 }]);
    expect(proof.arrived_since).toBe(0);
    expect(await traceIds(experiment)).toEqual([kept]);
  }, 120_000);
});
