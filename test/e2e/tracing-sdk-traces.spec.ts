import { context, ROOT_CONTEXT, trace as otelTrace, TraceFlags } from '@opentelemetry/api';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Attachment, flush, init, shutdown, SpanType, updateCurrentTrace, withSpan } from '@millrace/tracing';
import { getJson, untilComplete } from '../support/api.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface TraceInfo {
  readonly state: string;
  readonly client_request_id?: string;
  readonly request_preview: string;
  readonly response_preview: string;
  readonly tags: Readonly<Record<string, string>>;
  readonly trace_metadata: Readonly<Record<string, string>>;
}

const PHOTO = Uint8Array.from({ length: 3_000 }, (_, at) => at % 251);

describe.each(TOPOLOGIES)('what is said of a whole trace, against $name', (topology) => {
  let target: BorrowedTarget;
  const errors: Error[] = [];

  beforeAll(async () => {
    target = await borrowTarget(topology);
    init({ url: target.url, experiment: 'facts', onError: (error) => errors.push(error) });
  }, 180_000);
  beforeEach(() => void errors.splice(0));
  afterAll(async () => {
    await shutdown();
    await target?.stop();
  });

  const readInfo = async (traceId: string): Promise<TraceInfo> => {
    await flush();
    expect(errors).toEqual([]);
    await untilComplete(target.url);
    const { trace } = await getJson<{ trace: { trace_info: TraceInfo } }>(
      `${target.url}/api/3.0/mlflow/traces/tr-${traceId}`,
    );
    return trace.trace_info;
  };

  it('is found on the trace, though it was said below the root', async () => {
    const traceId = withSpan({ name: 'answer', inputs: 'Why?' }, (root) => {
      withSpan({ name: 'look up', type: SpanType.TOOL }, () =>
        updateCurrentTrace({
          tags: { env: 'production' },
          metadata: { tenant: 'acme' },
          ...{ session: 's-1', user: 'ada', clientRequestId: 'request-7' },
          ...{ requestPreview: 'a question', responsePreview: 'an answer', state: 'ERROR' },
        }),
      );
      return root.traceId;
    });
    expect(await readInfo(traceId)).toMatchObject({
      state: 'ERROR',
      client_request_id: 'request-7',
      request_preview: 'a question',
      response_preview: 'an answer',
      tags: { env: 'production' },
      trace_metadata: { tenant: 'acme', 'mlflow.trace.session': 's-1', 'mlflow.trace.user': 'ada' },
    });
  });

  it('leaves alone what it does not name', async () => {
    const traceId = withSpan({ name: 'answer', inputs: 'Why?' }, (root) => {
      updateCurrentTrace({ metadata: { tenant: 'acme' } });
      root.setOutputs('So.');
      return root.traceId;
    });
    expect(await readInfo(traceId)).toMatchObject({
      ...{ state: 'OK', request_preview: 'Why?', trace_metadata: { tenant: 'acme' } },
      tags: { 'mlflow.traceName': 'answer' },
    });
  });

  it('is said by a service that was called as well', async () => {
    const traceId = withSpan({ name: 'caller' }, ({ traceId: id, spanId }) => {
      const caller = { traceId: id, spanId, traceFlags: TraceFlags.SAMPLED, isRemote: true };
      const called = otelTrace.setSpanContext(ROOT_CONTEXT, caller);
      context.with(called, () =>
        withSpan({ name: 'called' }, () => updateCurrentTrace({ tags: { shard: '4' }, session: 's-2' })),
      );
      return id;
    });
    const { tags, trace_metadata: metadata } = await readInfo(traceId);
    expect([tags['shard'], metadata['mlflow.trace.session'], tags['mlflow.traceName']]).toEqual([
      ...['4', 's-2', 'caller'],
    ]);
  });

  it('keeps bytes beside the trace, once, and says in the span where', async () => {
    const photo = new Attachment(PHOTO, 'image/png');
    const [traceId, spanId] = withSpan({ name: 'look', inputs: { photo } }, (span) => {
      withSpan({ name: 'look closer', inputs: [photo] }, () => undefined);
      return [span.traceId, span.spanId];
    });
    await readInfo(traceId);
    const { span } = await getJson<{ span: { inputs: string } }>(
      `${target.url}/api/v1/traces/${traceId}/spans/${spanId}`,
    );
    const reference = new URL((JSON.parse(span.inputs) as { photo: string }).photo);
    expect(Object.fromEntries(reference.searchParams)).toEqual({
      ...{ content_type: 'image/png', trace_id: `tr-${traceId}`, size: '3000' },
    });
    const kept = await fetch(
      `${target.url}/ajax-api/3.0/mlflow/get-trace-artifact?request_id=tr-${traceId}&path=${reference.host}`,
    );
    expect(new Uint8Array(await kept.arrayBuffer())).toEqual(PHOTO);
  });
});
