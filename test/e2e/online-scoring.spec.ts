import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OtlpSpan } from '@millrace/domain';
import { getJson } from '../support/api.ts';
import { startDistributed } from '../support/distributed.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { startStandalone, type RunningTarget } from '../support/standalone.ts';

const environment = {
  MILLRACE_COMPLETION_IDLE_SECONDS: '0.5',
  MILLRACE_SESSION_IDLE_SECONDS: '2',
  MILLRACE_GATEWAY_PRIVATE_TARGETS: 'true',
};
const WAIT = { timeout: 40_000, interval: 100 };
const SCORER = 'mlflow.trace.sourceScorer';

interface Assessment {
  readonly name: string;
  readonly value?: unknown;
  readonly is_valid: boolean;
  readonly overrides?: string;
  readonly assessment_id: string;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Subject {
  readonly target: RunningTarget;
  /** kill -9 of who judges, and a new one. */
  restart(): Promise<void>;
}

async function standalone(): Promise<Subject> {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-online-'));
  let running = await startStandalone({ dataDir, environment });
  const { ports } = running;
  return {
    get target() {
      const stop = async () => {
        await running.stop();
        rmSync(dataDir, { recursive: true, force: true });
      };
      return { ...running, stop };
    },
    restart: async () => {
      await running.kill();
      running = await startStandalone({ dataDir, ports, environment });
    },
  };
}

async function distributed(): Promise<Subject> {
  const running = await startDistributed({ environment });
  return {
    target: running,
    restart: async () => {
      await running.services.evaluator.kill();
      await running.services.evaluator.restart();
    },
  };
}

describe.each([
  { name: 'standalone', start: standalone },
  { name: 'distributed', start: distributed },
])('online scoring in $name', ({ start }) => {
  let subject: Subject;
  let llm: FakeLlm;

  beforeAll(async () => {
    [subject, llm] = await Promise.all([start(), startFakeLlm()]);
    await call('POST', 'gateway/secrets', {
      name: 'openai',
      provider: 'openai',
      values: { api_key: 'sk-test' },
      settings: { api_base: llm.url },
    });
  });

  afterAll(async () => {
    await subject?.target.stop();
    await llm?.stop();
  });

  async function call<T>(method: string, path: string, body: unknown): Promise<T> {
    const response = await fetch(`${subject.target.url}/api/v1/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** A scorer of a new experiment that judges what comes into it. */
  async function startScorer(
    kind: string,
    parameters: Record<string, unknown>,
    sampleRate = 1,
  ): Promise<string> {
    const { experiment_id } = await call<{ experiment_id: string }>('POST', 'experiments', {
      name: `online ${newTraceId()}`,
    });
    const definition = { millrace_scorer: { kind, parameters } };
    await call('POST', 'scorers', { experiment_id, name: kind, definition });
    await call('PUT', 'scorers/online', { experiment_id, name: kind, sample_rate: sampleRate });
    return experiment_id;
  }

  const send = (experimentId: string, ...spans: readonly OtlpSpan[]) =>
    sendSpans(subject.target.otlpUrl, spans, { 'x-mlflow-experiment-id': experimentId });

  async function assessmentsOf(traceId: string): Promise<Assessment[]> {
    const url = `${subject.target.url}/api/v1/traces/${traceId}/assessments?consistency=strong`;
    return (await getJson<{ assessments: Assessment[] }>(url)).assessments;
  }

  const verdictsOf = async (traceId: string) =>
    (await assessmentsOf(traceId).catch(() => [])).map(({ value, is_valid }) => [value, is_valid]);

  const answer = (text: string, { attributes, ...more }: Parameters<typeof makeSpan>[0] = {}) =>
    makeSpan({ ...more, attributes: { 'input.value': 'why?', 'output.value': text, ...attributes } });

  it('judges a trace that completes, and once more when late spans come, overriding the first verdict', async () => {
    const experiment = await startScorer('contains', { texts: ['so'] });
    const url = `${subject.target.url}/api/v1/scorers/online?experiment_id=${experiment}`;
    expect(await getJson(url)).toMatchObject({ online: [{ experiment_id: experiment, sample_rate: 1 }] });
    const root = answer('it is so');
    await send(experiment, root);
    await expect.poll(() => verdictsOf(root.traceId), WAIT).toHaveLength(1);
    const [first] = await assessmentsOf(root.traceId);
    expect(first).toMatchObject({ name: 'contains', is_valid: true });
    await send(experiment, answer('late', { traceId: root.traceId, parentSpanId: root.spanId }));
    await expect.poll(() => verdictsOf(root.traceId), WAIT).toHaveLength(2);
    const [former, latter] = await assessmentsOf(root.traceId);
    expect([former?.is_valid, latter?.is_valid]).toEqual([false, true]);
    expect(latter?.overrides).toBe(first?.assessment_id);
    const { content_version: version } = await getTrace(root.traceId);
    expect(latter?.metadata['millrace.traceVersion']).toBe(version);
    expect(BigInt(former?.metadata['millrace.traceVersion'] ?? 0)).toBeLessThan(BigInt(version));
    // Neither a verdict nor a tag has it judged again: a second trace that completes after them is the proof.
    const next = answer('it is so');
    await send(experiment, next);
    await expect.poll(() => verdictsOf(next.traceId), WAIT).toHaveLength(1);
    expect(await verdictsOf(root.traceId)).toHaveLength(2);
  });

  it('judges a trace that runs long when it ends', async () => {
    const experiment = await startScorer('contains', { texts: ['so'] });
    const root = answer('it is so');
    const child = answer('meanwhile', { traceId: root.traceId, parentSpanId: root.spanId });
    await send(experiment, child);
    const other = answer('it is so');
    await send(experiment, other);
    await expect.poll(() => verdictsOf(other.traceId), WAIT).toHaveLength(1);
    expect(await verdictsOf(root.traceId)).toEqual([]);
    await send(experiment, root);
    await expect.poll(() => verdictsOf(root.traceId), WAIT).toHaveLength(1);
  });

  it('samples by the id of the trace, the same after a restart', async () => {
    const experiment = await startScorer('contains', { texts: ['so'] }, 0.5);
    const roots = Array.from({ length: 12 }, () => answer('it is so'));
    const judged = async () => {
      const counts = await Promise.all(roots.map(({ traceId }) => verdictsOf(traceId)));
      return counts.map(({ length }) => length);
    };
    await send(experiment, ...roots);
    const all = await startScorer('contains', { texts: ['so'] });
    const last = answer('it is so');
    await send(all, last);
    await expect.poll(() => verdictsOf(last.traceId), WAIT).toHaveLength(1);
    await expect.poll(async () => (await judged()).some(Boolean), WAIT).toBe(true);
    const before = await judged();
    await subject.restart();
    await send(
      experiment,
      ...roots.map((root) => answer('late', { traceId: root.traceId, parentSpanId: root.spanId })),
    );
    await expect.poll(judged, WAIT).toEqual(before.map((count) => 2 * count));
  });

  it('asks a judge about a session once it is quiet, and again when it went on; never about what judges made', async () => {
    const experiment = await startScorer('user_frustration', {});
    const session = { 'session.id': `s-${newTraceId()}` };
    const turns = ['first', 'second'].map((text) => answer(text, { attributes: session }));
    await send(experiment, ...turns);
    const [opening] = turns;
    const traceId = opening?.traceId ?? '';
    const found = async () => {
      const all = await Promise.all(turns.map((turn) => verdictsOf(turn.traceId)));
      return all.map(({ length }) => length).sort();
    };
    await expect.poll(found, WAIT).toEqual([0, 1]);
    await send(experiment, answer('third', { attributes: session }));
    await expect.poll(found, WAIT).toEqual([0, 2]);
    const [holder = traceId] = (
      await Promise.all(
        turns.map(async (turn) => ({ id: turn.traceId, verdicts: await verdictsOf(turn.traceId) })),
      )
    ).flatMap(({ id, verdicts }) => (verdicts.length > 0 ? [id] : []));
    expect((await verdictsOf(holder)).map(([, isValid]) => isValid)).toEqual([false, true]);
    const list = async (more: string) => {
      const url = `${subject.target.url}/api/v1/traces?experiment_id=${experiment}&consistency=strong${more}`;
      type Listed = { trace_id: string; metadata: Record<string, string> };
      return (await getJson<{ traces: Listed[] }>(url)).traces;
    };
    expect(await list('')).toHaveLength(3);
    const traces = await list('&include_judge_traces=true');
    const made = traces.filter(({ metadata }) => metadata[SCORER] === 'user_frustration');
    expect(made.length).toBeGreaterThanOrEqual(2);
    for (const { trace_id } of made) expect(await verdictsOf(trace_id)).toEqual([]);
  });

  async function getTrace(traceId: string): Promise<{ readonly content_version: string }> {
    const url = `${subject.target.url}/api/v1/traces/${traceId}?consistency=strong`;
    const found = await getJson<{ content_version: string; trace?: { content_version: string } }>(url);
    return found.trace ?? found;
  }
});
