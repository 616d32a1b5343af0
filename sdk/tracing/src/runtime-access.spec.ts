import { context } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtlpSink } from '../../../test/support/otlp-sink.ts';
import { flush, init, shutdown, withSpan } from './index.ts';
import {
  createRuntime,
  processRuntime,
  readSettings,
  setRootAttribute,
  withRuntime,
} from './runtime-access.ts';

let sink: OtlpSink;
let other: OtlpSink;

beforeEach(async () => {
  [sink, other] = await Promise.all([OtlpSink.start(), OtlpSink.start()]);
  init({ url: new URL(sink.url).origin });
});
afterEach(async () => {
  setRootAttribute('mlflow.modelId', undefined);
  await shutdown();
  await Promise.all([sink.stop(), other.stop()]);
});

const work = (name: string): Promise<void> =>
  withSpan({ name }, async () => {
    await Promise.resolve();
    withSpan({ name: `within ${name}` }, () => undefined);
  });

const namesOf = ({ spans }: OtlpSink): string[] => spans.map(({ name }) => name).sort();

describe('a runtime of its own', () => {
  it('has the spans of its context alone, while the rest of the process traces on', async () => {
    const runtime = createRuntime(readSettings({ url: new URL(other.url).origin }));
    await Promise.all([
      context.with(withRuntime(context.active(), runtime), () => work('there')),
      work('here'),
    ]);
    await Promise.all([flush(), runtime.shutdown()]);
    expect(namesOf(sink)).toEqual(['here', 'within here']);
    expect(namesOf(other)).toEqual(['there', 'within there']);
  });
});

describe('the tracer of a runtime', () => {
  it('begins spans that ours stand below, however they take turns', async () => {
    const tracer = processRuntime()?.tracer;
    withSpan({ name: 'root' }, () =>
      tracer?.startActiveSpan('by hand', (span) => {
        withSpan({ name: 'ours' }, () => tracer.startSpan('inmost').end());
        span.end();
      }),
    );
    await flush();
    const byId = new Map(sink.spans.map(({ spanId, name }) => [spanId, name]));
    const tree = sink.spans.map(({ name, parentSpanId = '' }) => [name, byId.get(parentSpanId)]);
    expect(Object.fromEntries(tree)).toEqual({
      root: undefined,
      'by hand': 'root',
      ours: 'by hand',
      inmost: 'ours',
    });
  });
});

describe('attributes of roots', () => {
  it('are said by the first span of each trace, until they are taken away', async () => {
    await work('before');
    setRootAttribute('mlflow.modelId', 'm-1');
    await work('meanwhile');
    setRootAttribute('mlflow.modelId', undefined);
    await work('after');
    await flush();
    const said = sink.spans.map(({ name, attributes }) => [name, attributes.get('mlflow.modelId')]);
    expect(Object.fromEntries(said)).toEqual({
      before: undefined,
      'within before': undefined,
      meanwhile: 'm-1',
      'within meanwhile': undefined,
      after: undefined,
      'within after': undefined,
    });
  });
});
