import { Rejected, Unavailable } from '@millrace/domain';
import { decodeTraces } from '@millrace/otlp';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ReceiverFixture, TRACE } from '../testing/receiver-fixture.ts';

const PLACE = { workspaceId: 'default', experimentId: 7, traceId: TRACE };

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({ limits: { maxRequestBytes: 1_000_000, claimAboveBytes: 10_000 } });
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

function spanOf(index: number, text: string) {
  const id = Buffer.alloc(8);
  id.writeUInt32BE(index + 1, 4);
  return {
    span_id: id.toString('base64'),
    ...(index > 0 && { parent_span_id: 'AAAAAAAAAAE=' }),
    name: `span ${index}`,
    start_time_unix_nano: 5,
    attributes: { 'mlflow.spanInputs': JSON.stringify(text) },
  };
}

function store(text: string, place = PLACE) {
  const bytes = Buffer.from(text);
  const half = bytes.length / 2;
  return receiver.storeDocument([bytes.subarray(0, half), bytes.subarray(half)], place);
}

function storedSpans() {
  return receiver.appended().flatMap((record) => (record.kind === 'spans' ? decodeTraces(record.otlp) : []));
}

it('stores spans as records of their trace and experiment, the same when repeated', async () => {
  const text = JSON.stringify({ spans: [spanOf(0, 'a'), spanOf(1, 'b')] });
  expect(await store(text)).toEqual({ acceptedSpans: 2, rejectedSpans: 0, message: '' });
  expect(receiver.appended()).toMatchObject([{ kind: 'spans', traceId: TRACE, experimentId: 7 }]);
  const first = storedSpans();
  receiver.clear();
  await store(text);
  expect(storedSpans()).toEqual(first);
});

it('moves large values to the BlobStore, and takes a large document in batches', async () => {
  const spans = Array.from({ length: 10 }, (_, index) => spanOf(index, String(index).repeat(400_000)));
  expect(await store(JSON.stringify({ spans }))).toMatchObject({ acceptedSpans: 10, rejectedSpans: 0 });
  expect(storedSpans().map(({ name }) => name)).toEqual(spans.map(({ name }) => name));
  expect(receiver.blobs.blobs.size).toBe(10);
});

it('names the spans that are none, and stores the others', async () => {
  const acceptance = await store(JSON.stringify({ spans: [spanOf(0, 'a'), { span_id: 'x' }] }));
  expect(acceptance).toMatchObject({ acceptedSpans: 1, rejectedSpans: 1 });
  expect(acceptance.message).toContain('spans[1].spanId');
  const { text } = await receiver.get('/metrics');
  expect(text).toMatch(/millrace_ingest_spans_rejected_total\{[^}]*\} [1-9]/);
});

it.each([
  ['is cut off', '{"spans":[{', PLACE],
  ['has no spans', '{"spans":[]}', PLACE],
  ['has a span that is too large', JSON.stringify({ spans: [spanOf(0, 'x'.repeat(1_000_000))] }), PLACE],
  [
    'is of an experiment that does not exist',
    JSON.stringify({ spans: [spanOf(0, 'a')] }),
    { ...PLACE, experimentId: 8 },
  ],
])('refuses one that %s', async (_, text, place) => {
  await expect(store(text, place)).rejects.toThrow(Rejected);
});

it('is to be tried again while the log is away', async () => {
  receiver.log.refusal = new Unavailable('the log is away');
  await expect(store(JSON.stringify({ spans: [spanOf(0, 'a')] }))).rejects.toThrow(Unavailable);
});
