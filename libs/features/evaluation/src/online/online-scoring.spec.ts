import { describe, expect, it } from 'vitest';
import { parseFilter, type OtlpSpan, type TraceRow } from '@millrace/domain';
import { JobPostponed, type RunningJob } from '@millrace/ports';
import { EvaluationOptions, evaluationConfigSchema } from '../evaluation.config.ts';
import { BatchedReads } from '../subjects/batched-reads.ts';
import { SessionTraces } from '../subjects/session-traces.ts';
import { MemoryTraceReader } from '../testing/memory-traces.ts';
import { chooseOnline } from './choose-online.ts';
import { FilterMatch } from './filter-match.ts';
import { OnlineJudge } from './online-judge.ts';
import { OnlineQueueing, type ActiveSession } from './online-queueing.ts';
import { OnlineScorers, type OnlineScorer } from './online-scorers.ts';
import { SessionScoring } from './session-scoring.ts';
import { TraceScoring } from './trace-scoring.ts';

const ID = 'a'.repeat(32);
const IDLE_MS = 60_000;

const online = (name: string, more: Partial<OnlineScorer> = {}): OnlineScorer => ({
  scorer: { scorerId: name, name, version: 1, definition: '{}' },
  level: 'trace',
  sampleRate: 1,
  filter: undefined,
  activeSince: 0,
  ...more,
});

/** The services with what they read in memory; `judged` says what was judged at which content version. */
function open(active: readonly OnlineScorer[]) {
  const reader = new MemoryTraceReader();
  const judged: string[] = [];
  const sessions: ActiveSession[] = [];
  const fake = <T>(type: { readonly prototype: T }, methods: Partial<T>) =>
    Object.assign(Object.create(Object(type.prototype)) as T & object, methods);
  const scorers = fake<OnlineScorers>(OnlineScorers, { of: async () => active });
  const names = (chosen: readonly OnlineScorer[]) => chosen.map(({ scorer }) => scorer.name).join();
  const judge = fake<OnlineJudge>(OnlineJudge, {
    judgeTrace: async (row: TraceRow, chosen) => void judged.push(`${names(chosen)}@${row.contentVersion}`),
    judgeSession: async (rows, sessionId, chosen) =>
      void judged.push(`${sessionId}: ${names(chosen)} of ${rows.length}`),
  });
  const queueing = fake<OnlineQueueing>(OnlineQueueing, {
    sessionIsActive: async (session) => void sessions.push(session),
  });
  const filters = new FilterMatch(reader);
  const options = new EvaluationOptions(evaluationConfigSchema.parse({ online: { sessionIdleMs: IDLE_MS } }));
  const traces = new TraceScoring(new BatchedReads(reader), scorers, filters, judge, queueing);
  const ofSessions = new SessionScoring(new SessionTraces(reader), scorers, filters, judge, options);
  return { reader, judged, sessions, traces, ofSessions };
}

function job<Payload>(payload: Payload): RunningJob<Payload> {
  const stop = new AbortController().signal;
  return {
    id: '1',
    workspaceId: 'default',
    payload,
    attempt: 1,
    stop,
    reportProgress: async () => undefined,
  };
}

const completed = (version: bigint, completedAt = Date.now()) =>
  job({ experimentId: 1, traceId: ID, version: String(version), completedAt });

function span(id: number, more: Partial<OtlpSpan> = {}, agoMs = 2 * IDLE_MS): OtlpSpan {
  const start = BigInt(Date.now() - agoMs) * 1_000_000n;
  return {
    traceId: ID,
    spanId: String(id).repeat(16),
    parentSpanId: id === 1 ? undefined : '1'.repeat(16),
    name: 'chat',
    kind: 1,
    startTimeUnixNano: start,
    endTimeUnixNano: start + 1_000n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map([['session.id', 's-1']]),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
    ...more,
  };
}

describe('sampling', () => {
  const ids = Array.from({ length: 4_000 }, (_, i) => i.toString(16).padStart(32, '0'));
  const chosenOf = (...scorers: OnlineScorer[]) =>
    ids.map((id) => chooseOnline(scorers, { level: 'trace', id, completedAt: 1 }).length);

  it('chooses its share, the same every time, and for each scorer on its own', () => {
    const half = chosenOf(online('a', { sampleRate: 0.5 }));
    expect(half.filter(Boolean).length / ids.length).toBeCloseTo(0.5, 1);
    expect(chosenOf(online('a', { sampleRate: 0.5 }))).toEqual(half);
    const both = chosenOf(online('a', { sampleRate: 0.5 }), online('b', { sampleRate: 0.5 }));
    expect(both.filter((count) => count === 2).length / ids.length).toBeCloseTo(0.25, 1);
    expect(chosenOf(online('a')).every(Boolean)).toBe(true);
  });

  it('leaves out scorers of the other level, and those that began after the trace completed', () => {
    expect(chosenOf(online('a', { level: 'session' }), online('b', { activeSince: 2 })).some(Boolean)).toBe(
      false,
    );
  });
});

describe('a trace that completed', () => {
  it('is judged at its version by the scorers whose filter it meets', async () => {
    const { reader, traces, judged } = open([
      online('all'),
      online('good', { filter: parseFilter("status = 'OK'") }),
      online('bad', { filter: parseFilter("status = 'ERROR'") }),
    ]);
    reader.addSpan(span(1));
    await traces.score(completed(1n));
    expect(judged).toEqual(['all,good@1']);
    expect(reader.searches).toBe(2);
  });

  it('is waited for a little when it is not stored yet, and given up when it was deleted', async () => {
    const { reader, traces, judged } = open([online('all')]);
    await expect(traces.score(completed(1n))).rejects.toThrow(JobPostponed);
    reader.addSpan(span(1));
    await expect(traces.score(completed(2n))).rejects.toThrow(JobPostponed);
    await traces.score(completed(2n, Date.now() - 120_000));
    expect(judged).toEqual([]);
  });

  it('is left to its later completion when more of it came', async () => {
    const { reader, traces, judged } = open([online('all')]);
    reader.addSpan(span(1));
    reader.addSpan(span(2));
    await traces.score(completed(1n));
    expect(judged).toEqual([]);
    await traces.score(completed(2n));
    expect(judged).toEqual(['all@2']);
  });

  it('is not judged when a judge or an evaluation made it', async () => {
    for (const key of ['mlflow.trace.sourceScorer', 'mlflow.sourceRun']) {
      const { reader, traces, judged, sessions } = open([
        online('all'),
        online('talk', { level: 'session' }),
      ]);
      reader.addSpan(span(1));
      reader.say(ID, 'metadata', key, 'x');
      await traces.score(completed(1n));
      expect([...judged, ...sessions]).toEqual([]);
    }
  });

  it('has its session looked at when a scorer of sessions is active', async () => {
    const { reader, traces, sessions } = open([online('talk', { level: 'session' })]);
    reader.addSpan(span(1));
    await traces.score(completed(1n));
    expect(sessions).toEqual([{ workspaceId: 'default', experimentId: 1, sessionId: 's-1' }]);
  });
});

describe('a session', () => {
  const session = () => job({ experimentId: 1, sessionId: 's-1' });
  const talk = online('talk', { level: 'session' });

  it('is judged once it is quiet', async () => {
    const { reader, ofSessions, judged } = open([talk, online('all')]);
    reader.addSpan(span(1));
    reader.addSpan(span(1, { traceId: 'b'.repeat(32) }, 20_000));
    const postponed = await ofSessions.score(session()).catch((error: unknown) => error);
    expect(postponed).toBeInstanceOf(JobPostponed);
    expect((postponed as JobPostponed).waitMs).toBeGreaterThan(30_000);
    expect((postponed as JobPostponed).waitMs).toBeLessThanOrEqual(40_000);
    reader.addSpan(span(1, { traceId: 'b'.repeat(32) }, 100_000));
    await ofSessions.score(session());
    expect(judged).toEqual(['s-1: talk of 2']);
  });

  it('is looked at again when it went on while it was judged', async () => {
    const { reader, ofSessions, judged } = open([talk]);
    reader.addSpan(span(1));
    const search = reader.searchTraces.bind(reader);
    reader.searchTraces = async (asked) => {
      const page = await search(asked);
      if (reader.searches === 1) reader.addSpan(span(1, { traceId: 'b'.repeat(32) }));
      return page;
    };
    await expect(ofSessions.score(session())).rejects.toThrow(JobPostponed);
    await ofSessions.score(session());
    expect(judged).toEqual(['s-1: talk of 1', 's-1: talk of 2']);
  });

  it('counts no trace whose root has not ended, and is gone when it has none', async () => {
    const { reader, ofSessions, judged } = open([talk]);
    reader.addSpan(span(2));
    await ofSessions.score(session());
    expect(judged).toEqual([]);
  });
});
