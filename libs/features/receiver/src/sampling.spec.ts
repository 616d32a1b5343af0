import { isInShare } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ReceiverFixture, span } from './testing/receiver-fixture.ts';

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start();
  receiver.experiments.sampling = [
    { experimentId: 0, share: 0.4, keepErrors: false },
    { experimentId: 7, share: 0, keepErrors: true },
  ];
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

const traceIds = Array.from({ length: 40 }, (_, n) => (n + 1).toString(16).padStart(32, '0'));
const REQUEST = encodeTracesRequest(traceIds.map((traceId) => span('1'.repeat(16), {}, { traceId })));

describe('a sampling rule', () => {
  it('that the id decides drops whole traces before the log, and counts them as accepted', async () => {
    expect(await receiver.post(REQUEST)).toMatchObject({ status: 200, text: '' });
    const kept = traceIds.filter((id) => isInShare(id, 0.4));
    expect(kept.length).toBeGreaterThan(0);
    expect(receiver.appended().map(({ traceId }) => traceId)).toEqual(kept);
    const { text } = await receiver.get('/metrics');
    const dropped = traceIds.length - kept.length;
    expect(text).toMatch(new RegExp(`ingest_spans_sampled_out_total\\{[^}]*\\} ${dropped}\n`));
    expect(text).toMatch(new RegExp(`ingest_spans_accepted_total\\{[^}]*\\} ${traceIds.length}\n`));
  });

  it('with conditions is left to the writer', async () => {
    await receiver.post(REQUEST, { 'x-mlflow-experiment-id': '7' });
    expect(receiver.appended()).toHaveLength(traceIds.length);
  });
});
