import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseAssessment, Rejected, Unavailable } from '@millrace/domain';
import type { JudgeRequest, Subject } from '@millrace/scorers';
import { decodeTraces } from '@millrace/otlp';
import { JudgeDesk } from '../../libs/features/evaluation/src/judging/asking/judge-desk.ts';
import { ModelJudge } from '../../libs/features/evaluation/src/judging/asking/model-judge.ts';
import {
  BudgetSpent,
  type JudgedSubject,
  type JudgingCause,
  type Spend,
} from '../../libs/features/evaluation/src/judging/judged-scorer.ts';
import { JudgingService } from '../../libs/features/evaluation/src/judging/judging.service.ts';
import { VerdictSweep } from '../../libs/features/evaluation/src/judging/verdict-sweep.service.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import {
  addSecret,
  startJudging,
  type JudgingProcess,
  type JudgingSettings,
} from '../support/judging-process.ts';
import { startPostgres } from '../support/servers/index.ts';

const SCHEMA = {
  type: 'object',
  properties: { result: { enum: ['yes', 'no'] }, rationale: { type: 'string' } },
  required: ['result', 'rationale'],
  additionalProperties: false,
};
const EXACT = { name: 'same', definition: JSON.stringify({ millrace_scorer: { kind: 'exact_match' } }) };
const GUIDELINES = { kind: 'guidelines', parameters: { guidelines: ['The answer is polite.'] } };
const ONLINE: JudgingCause = { kind: 'online', id: '', publish: true };
const never = new AbortController().signal;

let postgres: Awaited<ReturnType<typeof startPostgres>>;
let llm: FakeLlm;
let first: JudgingProcess;
const processes: JudgingProcess[] = [];
const folders: string[] = [];

async function start(settings: JudgingSettings = {}): Promise<JudgingProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-judging-'));
  folders.push(folder);
  const process = await startJudging(postgres.url, folder, settings);
  processes.push(process);
  return process;
}

beforeAll(async () => {
  [postgres, llm] = await Promise.all([startPostgres(), startFakeLlm()]);
  first = await start({ timeoutMs: 1_500 });
  await addSecret(first, 'default', llm.url);
});

afterAll(async () => {
  for (const process of processes) await process.stop();
  await llm?.stop();
  await postgres?.stop();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let asked = 0;

/** A question that no other test asks, with a mark for the fake. */
function question(mark = 'always-yes', fields: Partial<JudgeRequest> = {}): JudgeRequest {
  asked += 1;
  const text = `Question ${asked}: is it so? [[fake: ${mark}]]`;
  return {
    model: undefined,
    schema: SCHEMA,
    messages: [{ role: 'user', parts: [{ kind: 'text', text }] }],
    ...fields,
  };
}

function textOf(request: JudgeRequest): string {
  return /Question \d+:/.exec(JSON.stringify(request.messages))?.[0] ?? '';
}

function judgeOf(process: JudgingProcess, verdictId: string, spend?: Spend, stop = never): ModelJudge {
  return new ModelJudge(process.app.get(JudgeDesk), {
    workspaceId: 'default',
    experimentId: 0,
    defaultModel: 'openai:/gpt-4.1-mini',
    judgedTraceId: 'f'.repeat(32),
    scorerName: 'judge',
    verdictId,
    spend,
    stop,
  });
}

describe('asking a model', () => {
  it('answers what is of the schema, with tokens and cost, and traces the call', async () => {
    const request = question();
    const judge = judgeOf(first, 'v1');
    const answer = await judge.ask(request);
    expect(answer).toMatchObject({
      value: { result: 'yes' },
      model: 'gpt-4.1-mini-2026-01-01',
      isCached: false,
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    expect(answer.inputTokens).toBeGreaterThan(0);
    // 0.4 and 1.6 dollars for a million tokens.
    expect(answer.costUsd).toBeCloseTo((answer.inputTokens * 0.4 + answer.outputTokens * 1.6) / 1e6, 12);
    expect(judge.bill).toEqual({
      inputTokens: answer.inputTokens,
      outputTokens: answer.outputTokens,
      costUsd: answer.costUsd,
      isCached: false,
    });
    const records = first.records.filter(({ traceId }) => traceId === answer.traceId);
    const [entries, spans] = records;
    expect(entries?.kind === 'entries' && entries.entries).toContainEqual({
      kind: 'metadata',
      key: 'mlflow.trace.sourceScorer',
      value: 'judge',
    });
    const decoded = spans?.kind === 'spans' ? decodeTraces(spans.otlp) : [];
    expect(decoded.map(({ name, parentSpanId }) => [name, parentSpanId === undefined])).toEqual([
      ['judge', true],
      ['chat gpt-4.1-mini-2026-01-01', false],
    ]);
    expect(decoded[1]?.attributes.get('mlflow.llm.provider')).toBe('"openai"');
  });

  it('asks the same question once, also for another verdict, and says that nothing was paid', async () => {
    const request = question();
    const answers = await Promise.all([judgeOf(first, 'v2').ask(request), judgeOf(first, 'v3').ask(request)]);
    const again = judgeOf(first, 'v4');
    answers.push(await again.ask(request));
    expect(answers.map(({ isCached }) => isCached)).toEqual([false, true, true]);
    expect(answers.map(({ costUsd }) => costUsd === 0)).toEqual([false, true, true]);
    expect(again.bill).toEqual({ inputTokens: 0, outputTokens: 0, costUsd: 0, isCached: true });
    expect(llm.requestsWith(textOf(request))).toHaveLength(1);
    await judgeOf(first, 'v5').ask({ ...request, temperature: 0.5 });
    expect(llm.requestsWith(textOf(request))).toHaveLength(2);
  });

  it('counts an answer to the verdict that paid for it, when that is judged again', async () => {
    const request = question();
    const paid = await judgeOf(first, 'v6').ask(request);
    const told = first.records.filter(({ traceId }) => traceId === paid.traceId);
    const repeated = judgeOf(first, 'v6');
    expect(await repeated.ask(request)).toEqual(paid);
    expect(repeated.bill.costUsd).toBe(paid.costUsd);
    const spansOf = (records: typeof told) =>
      records.flatMap((record) =>
        record.kind === 'spans' ? [Buffer.from(record.otlp).toString('hex')] : [],
      );
    const all = spansOf(first.records.filter(({ traceId }) => traceId === paid.traceId));
    expect(all).toEqual([...spansOf(told), ...spansOf(told)]);
    expect(llm.requestsWith(textOf(request))).toHaveLength(1);
  });

  it.each([
    ['flaky-2-judging', 3],
    ['wrong-schema-once', 2],
  ])('tries again after %s', async (mark, calls) => {
    const request = question(mark);
    const judge = judgeOf(first, `v ${mark}`);
    expect(await judge.ask(request)).toMatchObject({ value: { result: 'yes' } });
    expect(llm.requestsWith(textOf(request))).toHaveLength(calls);
  });

  it.each([
    ['always-429', Unavailable, 'openai answered 429'],
    ['always-500', Unavailable, 'openai answered 500'],
    ['hang', Unavailable, 'within 1.5 s'],
    ['broken-json', Unavailable, 'openai'],
    ['wrong-key', Rejected, 'openai answered 401'],
    ['not-json', Rejected, 'it is not JSON'],
    ['wrong-schema-always', Rejected, 'must have required property'],
    ['cut-answer', Rejected, 'cut off at the limit of tokens'],
  ])('says what went wrong with %s, and bills what was paid', async (mark, kind, reason) => {
    const judge = judgeOf(first, `v ${mark}`);
    const fault = await judge.ask(question(mark)).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(kind);
    expect(String(fault)).toContain(reason);
    expect(judge.bill.costUsd > 0).toBe(kind === Rejected && mark !== 'wrong-key');
    expect(String(fault)).not.toContain('sk-test');
  });

  it('lets the model use tools before it answers', async () => {
    const calls: string[] = [];
    const tool = {
      name: 'get_span',
      parameters: { type: 'object', properties: { span_id: { type: 'string' } } },
      answer: ({ arguments: given }: { readonly arguments: string }) => {
        calls.push(given);
        return 'the span says so';
      },
    };
    const answer = await judgeOf(first, 'v tools').ask(question('always-no', { tools: [tool] }));
    expect(answer.value['result']).toBe('no');
    expect(calls).toHaveLength(1);
  });

  it.each([
    ['databricks', 'names no model'],
    ['magic:/model', 'not known here'],
    ['anthropic:/claude-sonnet-4', 'no key of anthropic'],
    ['gateway:/nowhere', 'not found'],
  ])('refuses the model %s with what to do', async (model, reason) => {
    await expect(judgeOf(first, 'v').ask(question('always-yes', { model }))).rejects.toThrow(reason);
  });

  it('reserves money before it asks and settles after; nothing is asked when it is spent', async () => {
    const ledger: string[] = [];
    const spend: Spend = {
      reserve: async (usd) => void ledger.push(usd > 0 ? 'reserved' : 'nothing reserved'),
      settle: async (reserved, spent) =>
        void ledger.push(spent > 0 && spent < reserved ? 'settled' : 'wrong'),
    };
    await judgeOf(first, 'v7', spend).ask(question());
    expect(ledger).toEqual(['reserved', 'settled']);
    const request = question();
    const poor: Spend = { ...spend, reserve: () => Promise.reject(new BudgetSpent('20 USD are spent')) };
    await expect(judgeOf(first, 'v8', poor).ask(request)).rejects.toThrow('20 USD are spent');
    expect(llm.requestsWith(textOf(request))).toHaveLength(0);
  });

  it('ends at once when it is stopped', async () => {
    const stop = new AbortController();
    const asking = judgeOf(first, 'v9', undefined, stop.signal).ask(question('hang'));
    setTimeout(() => stop.abort(new Error('enough')), 100);
    await expect(asking).rejects.toThrow('enough');
  });

  it('asks no faster than is allowed, over all processes', async () => {
    const slow = { callsPerMinute: 30 };
    const [a, b] = [await start(slow), await start(slow)];
    await first.dataSource.query(`DELETE FROM judge_rate_buckets`);
    const asking = [a, b, a, b].map((process, n) => judgeOf(process, `v rate ${n}`).ask(question()));
    const done: number[] = [];
    const begun = performance.now();
    await Promise.all(
      asking.map(async (each) => done.push(await each.then(() => performance.now() - begun))),
    );
    // A bucket of three, then one every two seconds.
    expect(done.filter((ms) => ms < 1_500)).toHaveLength(3);
    expect(Math.max(...done)).toBeGreaterThan(1_500);
  });
});

let traces = 0;

function subjectOf(answer: string, fields: Partial<JudgedSubject> = {}): JudgedSubject {
  traces += 1;
  const traceId = fields.traceId ?? traces.toString(16).padStart(32, '0');
  const subject: Subject = {
    level: 'trace',
    trace: {
      traceId,
      inputs: 'what is it?',
      outputs: answer,
      spans: [],
      state: 'OK',
      requestTimeUnixNano: 0n,
      durationMs: 1,
      totalTokens: undefined,
      costUsd: undefined,
      tags: new Map(),
      metadata: new Map(),
      expectations: { expected_response: 'right' },
    },
  };
  return {
    workspaceId: 'default',
    experimentId: 0,
    level: 'trace',
    traceId,
    version: 1n,
    subject,
    ...fields,
  };
}

function assessmentsOf(process: JudgingProcess, traceId: string) {
  return process.records
    .filter((record) => record.traceId === traceId)
    .flatMap((record) => (record.kind === 'entries' ? record.entries : []))
    .map(({ kind, value = '' }) => (kind === 'assessment' ? parseAssessment(value) : undefined));
}

describe('judging', () => {
  const judging = (process = first): JudgingService => process.app.get(JudgingService);

  it('stores a verdict and tells it as an assessment; told again nothing changes', async () => {
    const subject = subjectOf('right');
    const cause: JudgingCause = { ...ONLINE, runId: 'run-1' };
    const scorer = { ...EXACT, scorerId: 'id', version: 3 };
    const [judged] = await judging().judge(subject, [scorer], cause, never);
    expect(judged).toMatchObject({ state: 'scored', costUsd: 0, isCached: false });
    const [assessment, ...more] = assessmentsOf(first, subject.traceId);
    expect(more).toEqual([]);
    expect(assessment).toMatchObject({
      id: judged?.assessmentIds[0],
      name: 'same',
      source: { type: 'code' },
    });
    expect(Object.fromEntries(assessment?.metadata ?? [])).toMatchObject({
      'mlflow.assessment.scorerName': 'same',
      'mlflow.assessment.scorerVersion': '3',
      'mlflow.assessment.sourceRunId': 'run-1',
      'millrace.traceVersion': '1',
    });
    expect(await judging().judge(subject, [scorer], cause, never)).toEqual([judged]);
    expect(assessmentsOf(first, subject.traceId)).toHaveLength(1);
  });

  it('a judge of many words: one question a scorer, the verdict told with its cost; told again nothing is paid', async () => {
    const subject = subjectOf('a blue whale');
    const scorer = { name: 'polite', definition: JSON.stringify({ millrace_scorer: GUIDELINES }) };
    const [judged] = await judging().judge(subject, [scorer], ONLINE, never);
    expect(judged).toMatchObject({ state: 'scored', isCached: false, verdicts: [{ value: 'yes' }] });
    expect(judged?.costUsd).toBeGreaterThan(0);
    const [assessment] = assessmentsOf(first, subject.traceId);
    expect(assessment).toMatchObject({
      name: 'polite',
      source: { type: 'judge', id: 'openai:/gpt-4.1-mini' },
      content: { value: 'yes' },
    });
    const metadata = Object.fromEntries(assessment?.metadata ?? []);
    expect(Number(metadata['mlflow.assessment.judgeCost'])).toBeCloseTo(judged?.costUsd ?? 0, 12);
    expect(metadata['mlflow.assessment.scorerTraceId']).toMatch(/^tr-[0-9a-f]{32}$/);
    await judging().judge(subject, [scorer], ONLINE, never);
    expect(llm.requestsWith('a blue whale')).toHaveLength(1);
    const [other] = await judging().judge({ ...subject, version: 2n }, [scorer], ONLINE, never);
    expect(other).toMatchObject({ isCached: true, costUsd: 0, inputTokens: 0 });
  });

  it('keeps the verdicts of the others when one can not be asked, and asks only that one again', async () => {
    const subject = subjectOf('a red fox');
    const hanging = { ...GUIDELINES, parameters: { guidelines: ['Be brief. [[fake: flaky-9-others]]'] } };
    const scorers = [EXACT, { name: 'later', definition: JSON.stringify({ millrace_scorer: hanging }) }];
    const asking = () => judging().judge(subject, scorers, ONLINE, never);
    await expect(asking()).rejects.toThrow(Unavailable);
    expect(assessmentsOf(first, subject.traceId).map((told) => told?.name)).toEqual(['same']);
    await expect(asking()).rejects.toThrow(Unavailable);
    await expect(asking()).rejects.toThrow(Unavailable);
    expect((await asking()).map(({ state }) => state)).toEqual(['scored', 'scored']);
    expect(assessmentsOf(first, subject.traceId).map((told) => told?.name)).toEqual(['same', 'later']);
  });

  it('says why a scorer skips or fails; a failure is told as a feedback with the error, as MLflow does', async () => {
    const subject = subjectOf('right');
    const bare = {
      ...subject,
      subject: {
        ...subject.subject,
        trace: { ...Object(subject.subject).trace, expectations: {} },
      } as Subject,
    };
    const python = { name: 'python', definition: '{"call_source": "return 1"}' };
    const judged = await judging().judge(bare, [EXACT, python], ONLINE, never);
    expect(judged.map(({ state }) => state)).toEqual(['skipped', 'failed']);
    expect(judged[0]?.reason).toContain('expected_response');
    const told = assessmentsOf(first, subject.traceId);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      name: 'python',
      content: { value: null, error: { code: 'SCORER_ERROR' } },
    });
  });

  it('one verdict of two processes at once stands, and is told with one id', async () => {
    const second = await start();
    const subject = subjectOf('wrong');
    const both = await Promise.all(
      [first, second].map((process) => judging(process).judge(subject, [EXACT], ONLINE, never)),
    );
    expect(both[0]).toEqual(both[1]);
    const rows = await first.dataSource.query(`SELECT id FROM verdicts WHERE trace_id = $1`, [
      subject.traceId,
    ]);
    expect(rows).toHaveLength(1);
    const texts = [first, second].flatMap((process) =>
      assessmentsOf(process, subject.traceId).map((told) => JSON.stringify(told)),
    );
    expect(new Set(texts).size).toBe(1);
  });

  it('a verdict on later spans overrides the one before; one that comes late is not told', async () => {
    const early = subjectOf('wrong');
    const late = subjectOf('right', { traceId: early.traceId, version: 5n });
    const cause = { ...ONLINE, supersedes: true };
    const [before] = await judging().judge(early, [EXACT], cause, never);
    const [after] = await judging().judge(late, [EXACT], cause, never);
    const told = assessmentsOf(first, early.traceId);
    expect(told.map((each) => [each?.id, each?.overrides])).toEqual([
      [before?.assessmentIds[0], undefined],
      [after?.assessmentIds[0], before?.assessmentIds[0]],
    ]);
    await judging().judge({ ...early, version: 3n }, [EXACT], cause, never);
    expect(assessmentsOf(first, early.traceId)).toHaveLength(2);
  });

  it('what was stored and not told is told by the sweep of one process', async () => {
    const second = await start();
    const subject = subjectOf('right');
    const release = first.blockLog();
    const judged = judging().judge(subject, [EXACT], ONLINE, never);
    const stored = () =>
      first.dataSource.query(`SELECT published_at FROM verdicts WHERE trace_id = $1`, [subject.traceId]);
    await expect.poll(stored).toEqual([{ published_at: null }]);
    expect(await second.app.get(VerdictSweep).sweep()).toBe(0);
    await first.dataSource.query(`UPDATE verdicts SET judged_at = judged_at - 60000 WHERE trace_id = $1`, [
      subject.traceId,
    ]);
    expect(await second.app.get(VerdictSweep).sweep()).toBe(1);
    expect(assessmentsOf(second, subject.traceId)).toHaveLength(1);
    expect(await second.app.get(VerdictSweep).sweep()).toBe(0);
    release();
    await judged;
  });
});
