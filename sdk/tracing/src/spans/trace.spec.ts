import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OtlpSpan } from '@millrace/domain';
import { OtlpSink } from '../../../../test/support/otlp-sink.ts';
import {
  flush,
  init,
  shutdown,
  SpanType,
  startSpan,
  trace,
  traced,
  updateCurrentTrace,
  withSpan,
  type TracingOptions,
} from '../index.ts';

let sink: OtlpSink;
let errors: string[];

beforeEach(async () => {
  sink = await OtlpSink.start();
  errors = [];
  begin();
});
afterEach(async () => {
  await shutdown();
  await sink.stop();
});

function begin(options: TracingOptions = {}): void {
  const url = new URL(sink.url).origin;
  init({ url, experiment: { id: '7' }, onError: ({ message }) => errors.push(message), ...options });
}

async function sent(): Promise<readonly OtlpSpan[]> {
  await flush();
  return sink.spans;
}

const textOf = (span: OtlpSpan | undefined, key: string): unknown => span?.attributes.get(key);
const inputsOf = (span: OtlpSpan | undefined): unknown =>
  JSON.parse(String(textOf(span, 'mlflow.spanInputs')));
const outputsOf = (span: OtlpSpan | undefined): unknown =>
  JSON.parse(String(textOf(span, 'mlflow.spanOutputs')));

describe('trace', () => {
  it('tells arguments, result, type and parent; the function is what it was', async () => {
    const add = trace((a: number, b: number) => a + b, { name: 'add', type: SpanType.TOOL });
    const twice = trace(async function twice({ n }: { n: number }) {
      return add(n, await Promise.resolve(n));
    });
    expect(await twice({ n: 4 })).toBe(8);
    const [tool, chain] = await sent();
    expect(tool).toMatchObject({
      name: 'add',
      parentSpanId: chain?.spanId,
      traceId: chain?.traceId,
      statusCode: 1,
    });
    expect([inputsOf(tool), outputsOf(tool), textOf(tool, 'mlflow.spanType')]).toEqual([[4, 4], 8, 'TOOL']);
    expect([chain?.name, inputsOf(chain), outputsOf(chain)]).toEqual(['twice', { n: 4 }, 8]);
  });

  it.each([
    ['thrown', () => trace(() => fail(), { name: 'f' })()],
    ['rejected', () => trace(() => Promise.reject(new Error('dry')), { name: 'f' })()],
  ])('lets an error pass and tells it: %s', async (_how, call) => {
    await expect((async () => call())()).rejects.toThrow('dry');
    expect((await sent())[0]).toMatchObject({ statusCode: 2, statusMessage: 'dry' });
  });

  it('follows generators to their end, or as far as they are read', async () => {
    const count = trace(async function* count(to: number) {
      for (let n = 1; n <= to; n += 1) yield n;
    });
    const words = trace(
      function* words() {
        yield 'to';
        yield 'gether';
      },
      { outputs: (chunks) => chunks.join('') },
    );
    for await (const n of count(5)) if (n === 2) break;
    expect([...words()]).toEqual(['to', 'gether']);
    expect((await sent()).map(outputsOf)).toEqual([[1, 2], 'together']);
  });

  it('follows web streams at the speed of their reader', async () => {
    let pulled = 0;
    const source = (): ReadableStream<number> =>
      new ReadableStream({ pull: (controller) => controller.enqueue((pulled += 1)) }, { highWaterMark: 0 });
    const reader = trace(source, { name: 'source' })().getReader();
    expect([(await reader.read()).value, (await reader.read()).value]).toEqual([1, 2]);
    await reader.cancel();
    expect(pulled).toBe(2);
    expect(outputsOf((await sent())[0])).toEqual([1, 2]);
  });

  it('is a decorator of methods, which keep their object', async () => {
    class Mill {
      private readonly stones = 2;
      @traced({ type: SpanType.PARSER })
      grind(corn: string): string {
        return `${corn} by ${this.stones}`;
      }
    }
    expect(new Mill().grind('rye')).toBe('rye by 2');
    expect(await sent()).toMatchObject([{ name: 'grind' }]);
  });

  it('takes what JSON has no word for', async () => {
    const circle: Record<string, unknown> = { big: 10n, bytes: new Uint8Array(3), map: new Map([['a', 1]]) };
    circle['self'] = circle;
    trace((given: object) => given, { name: 'f' })(circle);
    expect(inputsOf((await sent())[0])).toEqual({
      big: '10',
      bytes: '[3 bytes]',
      map: { a: 1 },
      self: '[circular]',
    });
  });

  it('does nothing before init and after shutdown', async () => {
    await shutdown();
    expect(trace((n: number) => n + 1)(1)).toBe(2);
    expect(withSpan({ name: 'f' }, (span) => span.setInputs(1).traceId)).toBe('0'.repeat(32));
    expect(sink.spans).toEqual([]);
  });
});

describe('a trace', () => {
  it('is told by whoever runs in it', async () => {
    withSpan({ name: 'root' }, () => updateCurrentTrace({ session: 's', user: 'u', tags: { team: 'a' } }));
    const [root] = await sent();
    expect([
      textOf(root, 'mlflow.trace.session'),
      textOf(root, 'mlflow.trace.user'),
      textOf(root, 'mlflow.traceTag.team'),
    ]).toEqual(['s', 'u', 'a']);
  });

  it('is kept whole or not at all', async () => {
    begin({ sampleRate: 0.5 });
    const traces = 200;
    for (let n = 0; n < traces; n += 1)
      withSpan({ name: 'root' }, () => withSpan({ name: 'child' }, () => n));
    const spans = await sent();
    const roots = spans.filter(({ name }) => name === 'root');
    expect(spans).toHaveLength(2 * roots.length);
    expect(roots.length).toBeGreaterThan(0);
    expect(roots.length).toBeLessThan(traces);
  });

  it('goes on under a parent that is given', async () => {
    const root = startSpan({ name: 'root' });
    startSpan({ name: 'child', parent: root }).end();
    root.end();
    const [child] = await sent();
    expect(child).toMatchObject({ name: 'child', parentSpanId: root.spanId, traceId: root.traceId });
  });
});

describe('a mask', () => {
  it('is asked before a value is kept', async () => {
    begin({ mask: ({ key, value }) => (key === 'inputs' ? '***' : value) });
    trace((secret: string) => secret.length, { name: 'f' })('hunter2');
    const [span] = await sent();
    expect([inputsOf(span), outputsOf(span)]).toEqual(['***', 7]);
  });

  it('that throws leaves nothing of the value, and is told', async () => {
    begin({ mask: () => fail() });
    trace((secret: string) => secret, { name: 'f' })('hunter2');
    const [span] = await sent();
    expect(JSON.stringify([...(span?.attributes ?? [])])).not.toContain('hunter2');
    expect(errors[0]).toContain('The mask failed');
  });
});

describe('a Millrace that is away', () => {
  it('gets what was traced meanwhile once it is back', async () => {
    await sink.stop();
    withSpan({ name: 'meanwhile' }, () => undefined);
    const flushed = flush();
    await sink.start();
    await flushed;
    expect(sink.spans).toMatchObject([{ name: 'meanwhile' }]);
  });

  it('costs no more memory than is allowed, and what is dropped is told', async () => {
    begin({ maxWaitingBytes: 10_000, exportIntervalMs: 60_000 });
    for (let n = 0; n < 5; n += 1) withSpan({ name: 'f', inputs: 'x'.repeat(4_000) }, () => undefined);
    expect(await sent()).toHaveLength(2);
    expect(errors).toEqual([expect.stringContaining('3 spans were dropped')]);
  });

  it('that refuses is told with its words', async () => {
    sink.faults.push({ status: 403, body: Buffer.from('this key may not write') });
    withSpan({ name: 'f' }, () => undefined);
    await flush();
    expect(errors).toEqual([expect.stringContaining('403: this key may not write')]);
  });
});

it.each([{ sampleRate: 2 }, { url: 'databricks' }])('refuses options that cannot be meant: %o', (options) => {
  expect(() => init(options)).toThrow(RangeError);
});

function fail(): never {
  throw new Error('dry');
}
