import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessmentEntry, type OtlpSpan } from '@millrace/domain';
import { decodeTraces, jsonToProtobuf } from '@millrace/otlp';
import type { ScoredSpan, ScoredTrace } from '@millrace/scorers';
import type { JudgedSubject } from '../judging/judged-scorer.ts';
import { MemoryBlobs, MemoryTraceReader } from '../testing/memory-traces.ts';
import { BatchedReads } from './batched-reads.ts';
import { SessionTraces } from './session-traces.ts';
import { CUT_METADATA, LARGEST_SUBJECT, SubjectLoader } from './subject-loader.ts';

const FIXTURES = new URL('../../../../conventions/src/', import.meta.url);
const ID = 'a'.repeat(32);
const START = 1_700_000_000_000_000_000n;

function open() {
  const reader = new MemoryTraceReader();
  const blobs = new MemoryBlobs();
  const loader = new SubjectLoader(new BatchedReads(reader), reader, blobs, new SessionTraces(reader));
  return { reader, blobs, loader };
}

function captured(file: string): OtlpSpan[] {
  return decodeTraces(jsonToProtobuf(readFileSync(new URL(file, FIXTURES))));
}

/** The first trace of a captured file. */
async function loadCaptured(file: string): Promise<{ trace: ScoredTrace; judged: JudgedSubject }> {
  const { reader, loader } = open();
  const spans = captured(file);
  for (const span of spans) reader.addSpan(span);
  const judged = await loader.loadTrace('default', spans[0]?.traceId ?? '');
  return { trace: traceOf(judged), judged };
}

function traceOf({ subject }: JudgedSubject): ScoredTrace {
  if (subject.level !== 'trace') throw new Error('this is no trace');
  return subject.trace;
}

function span(
  id: number,
  more: Partial<OtlpSpan> & { readonly attrs?: Record<string, string> } = {},
): OtlpSpan {
  const { attrs = {}, ...fields } = more;
  return {
    traceId: ID,
    spanId: id.toString(16).padStart(16, '0'),
    parentSpanId: id === 1 ? undefined : '1'.padStart(16, '0'),
    name: `span ${id}`,
    kind: 1,
    startTimeUnixNano: START + BigInt(id),
    endTimeUnixNano: START + 10_000_000n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(Object.entries(attrs)),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
    ...fields,
  };
}

const summary = ({ name, type, inputs, outputs }: ScoredSpan) => ({ name, type, inputs, outputs });

describe('what captured libraries sent', () => {
  it('of LangChain, by OpenInference: text, a retriever-free chain and its model call', async () => {
    const { trace, judged } = await loadCaptured('open-inference/testdata/openinference-langchain.otlp.json');
    expect(trace).toMatchObject({ inputs: 'Where is Paris?', outputs: 'You said: Where is Paris?' });
    expect(trace.spans[0]).toMatchObject({
      name: 'RunnableSequence',
      type: 'CHAIN',
      parentSpanId: undefined,
    });
    expect(judged).toMatchObject({ level: 'trace', experimentId: 1, traceId: trace.traceId });
    expect(judged.version).toBe(BigInt(trace.spans.length));
  });

  it('of an agent of Pydantic AI: messages as JSON, tool calls with their arguments', async () => {
    const { trace } = await loadCaptured('pydantic-ai/testdata/pydantic-ai-agent.otlp.json');
    expect(trace.spans.map(summary)).toMatchSnapshot();
    expect(trace.totalTokens).toBeGreaterThan(0);
    expect(Array.isArray(trace.inputs) || typeof trace.inputs === 'object').toBe(true);
  });

  it('of MLflow: what was passed and returned, as values', async () => {
    const { trace } = await loadCaptured('mlflow/testdata/mlflow-pure-otlp.otlp.json');
    expect({
      inputs: trace.inputs,
      outputs: trace.outputs,
      spans: trace.spans.map(summary),
    }).toMatchSnapshot();
  });
});

describe('a trace', () => {
  it('is asked what its outermost span with a payload was asked', async () => {
    const { reader, loader } = open();
    reader.addSpan(span(1, { name: 'POST /chat' }));
    reader.addSpan(
      span(3, {
        attrs: { 'input.value': 'later', 'output.value': 'deep' },
        parentSpanId: '2'.padStart(16, '0'),
      }),
    );
    reader.addSpan(span(2, { attrs: { 'input.value': '{"question":"why?"}', 'output.value': 'so' } }));
    const trace = traceOf(await loader.loadTrace('default', ID));
    expect(trace).toMatchObject({
      inputs: { question: 'why?' },
      outputs: 'so',
      state: 'OK',
      durationMs: 9.999999,
    });
    expect(trace.spans.map(({ name }) => name)).toEqual(['POST /chat', 'span 2', 'span 3']);
  });

  it('has the newest valid expectations of its assessments, and those it is given win', async () => {
    const { reader, loader } = open();
    reader.addSpan(span(1));
    const expect1 = (id: string, name: string, value: string, created: number) =>
      reader.say(
        ID,
        'assessment',
        id,
        assessmentEntry({
          id,
          name,
          spanId: undefined,
          source: { type: 'human', id: 'me' },
          content: { kind: 'expectation', value, text: undefined },
          rationale: undefined,
          metadata: new Map(),
          overrides: undefined,
          isValid: value !== 'withdrawn',
          createdAt: created,
          updatedAt: created,
        }).value ?? '',
      );
    expect1('a-2', 'answer', 'newer', 2);
    expect1('a-1', 'answer', 'older', 1);
    expect1('a-3', 'answer', 'withdrawn', 3);
    expect1('a-4', 'tone', 'kind', 1);
    expect(traceOf(await loader.loadTrace('default', ID)).expectations).toEqual({
      answer: 'newer',
      tone: 'kind',
    });
    const given = await loader.loadTrace('default', ID, { answer: 42 });
    expect(traceOf(given).expectations).toEqual({ answer: 42, tone: 'kind' });
  });

  it('has large values fetched, but no attribute that is no payload; what retention took is its beginning', async () => {
    const { reader, blobs, loader } = open();
    const text = 'x'.repeat(100);
    blobs.values.set('in', new Uint8Array([0x0a, text.length, ...Buffer.from(text)]));
    const reference = (blob: string) => ({ blob, bytes: 1_000 });
    reader.addSpan(
      span(1, { attrs: { 'input.value': 'xxx', 'output.value': 'yyy' } }),
      new Map([
        ['input.value', reference('in')],
        ['output.value', reference('gone')],
        ['image', reference('image')],
      ]),
    );
    expect(traceOf(await loader.loadTrace('default', ID))).toMatchObject({
      inputs: text,
      outputs: 'yyy… [cut: the first 3 of about 1000 characters]',
    });
    expect(blobs.reads).toEqual(['in', 'gone']);
  });

  it('that is too large is cut, and says so: root, retrievers and tools stay', async () => {
    const { reader, blobs, loader } = open();
    const kind = { 'openinference.span.kind': 'RETRIEVER' };
    for (let id = 1; id <= LARGEST_SUBJECT.spans + 50; id += 1) {
      reader.addSpan(span(id, { attrs: id > LARGEST_SUBJECT.spans + 40 ? kind : {} }));
    }
    const large = span(2, { attrs: { 'input.value': 'big' } });
    reader.addSpan(large, new Map([['input.value', { blob: 'big', bytes: LARGEST_SUBJECT.characters + 1 }]]));
    const trace = traceOf(await loader.loadTrace('default', ID));
    expect(trace.spans).toHaveLength(LARGEST_SUBJECT.spans);
    expect(trace.spans.filter(({ type }) => type === 'RETRIEVER')).toHaveLength(10);
    expect(trace.spans[0]?.name).toBe('span 1');
    expect(trace.metadata.get(CUT_METADATA)).toBe(
      'too large to be judged whole: 2000 of 2050 spans, the beginnings only of 1 payloads',
    );
    expect(blobs.reads).toEqual([]);
    expect(Math.max(...reader.reads.map((count) => count ?? Infinity))).toBeLessThanOrEqual(100);
  });

  it('that is not there is refused', async () => {
    await expect(open().loader.loadTrace('default', ID)).rejects.toThrow('not found');
  });
});

describe('a session', () => {
  it('is its traces in order of time, without those that judges and evaluations made', async () => {
    const { reader, loader } = open();
    const ids = ['c', 'a', 'b', 'd', 'e'].map((digit) => digit.repeat(32));
    for (const [at, traceId] of ids.entries()) {
      const attrs = { 'session.id': 's-1', 'input.value': `turn ${at}` };
      reader.addSpan(span(1, { traceId, attrs, startTimeUnixNano: START - BigInt(at) }));
    }
    reader.say('d'.repeat(32), 'metadata', 'mlflow.trace.sourceScorer', 'fluency');
    reader.say('e'.repeat(32), 'metadata', 'mlflow.sourceRun', 'run-1');
    const judged = await loader.loadSession('default', 1, 's-1');
    expect(judged).toMatchObject({ level: 'session', traceId: ids[2], version: 6n });
    const { subject } = judged;
    if (subject.level !== 'session') throw new Error('this is no session');
    expect(subject.traces.map(({ inputs }) => inputs)).toEqual(['turn 2', 'turn 1', 'turn 0']);
    await expect(loader.loadSession('default', 1, 's-2')).rejects.toThrow("no trace of the session 's-2'");
  });
});
