import { context, trace as otelTrace } from '@opentelemetry/api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OtlpSink } from '../../../../test/support/otlp-sink.ts';
import { flush, init, millraceTracer, shutdown, withSpan } from '../index.ts';

describe('millraceTracer', () => {
  let sink: OtlpSink;

  beforeEach(async () => {
    sink = await OtlpSink.start();
    init({
      url: new URL(sink.url).origin,
      experiment: { id: '7' },
      mask: ({ key, value }) => (key === 'secret' ? '***' : value),
    });
  });
  afterEach(async () => {
    await shutdown();
    await sink.stop();
  });

  it('makes spans where the code runs, below those that a framework has put into its context', async () => {
    const tracer = millraceTracer();
    withSpan({ name: 'outside' }, () => {
      const agent = tracer.startSpan('agent');
      const within = otelTrace.setSpan(context.active(), agent);
      context.with(within, () =>
        tracer.startActiveSpan('tool', { attributes: { a: 'b' } }, (tool) => {
          withSpan({ name: 'inside' }, () => undefined);
          tool.end();
        }),
      );
      agent.end();
    });
    await flush();
    const named = new Map(sink.spans.map((span) => [span.spanId, span.name]));
    expect(sink.spans.map(({ name, parentSpanId }) => [name, named.get(parentSpanId ?? '')])).toEqual([
      ['inside', 'tool'],
      ['tool', 'agent'],
      ['agent', 'outside'],
      ['outside', undefined],
    ]);
    expect(sink.spans[1]?.attributes.get('a')).toBe('b');
  });

  it('asks the mask', async () => {
    const span = millraceTracer().startSpan('f', { attributes: { secret: 'hunter2' } });
    span.setAttribute('secret', 'hunter2').setAttributes({ secret: 'hunter2', plain: 'x' });
    span.addEvent('said', { secret: 'hunter2' });
    span.end();
    await flush();
    const [sent] = sink.spans;
    expect(
      JSON.stringify([[...(sent?.attributes ?? [])], sent?.events.map((event) => [...event.attributes])]),
    ).toBe('[[["secret","***"],["plain","x"]],[[["secret","***"]]]]');
  });

  it('does nothing before init', async () => {
    await shutdown();
    const answer = millraceTracer().startActiveSpan('f', (span) => span.isRecording());
    expect([answer, sink.spans]).toEqual([false, []]);
  });
});
