import { Unavailable } from '@millrace/domain';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOOD, ReceiverFixture, TOO_MANY_SPANS } from '../testing/receiver-fixture.ts';

const LIMITS = { maxSpans: 50 };

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({ limits: LIMITS });
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

describe('OTLP/gRPC', () => {
  it('takes spans and answers with nothing', async () => {
    expect(await receiver.call(GOOD)).toMatchObject({ error: null, answer: Buffer.alloc(0) });
    expect(receiver.appended()).toHaveLength(1);
  });

  it.each([
    ['rubbish', Buffer.from('nonsense'), {}, 3],
    ['an unknown experiment', GOOD, { 'x-mlflow-experiment-id': '99' }, 5],
    ['too many spans', TOO_MANY_SPANS, {}, 8],
  ])('refuses %s for good', async (_, body, headers, code) => {
    const { error } = await receiver.call(body, headers);
    expect(error?.code).toBe(code);
    expect(error?.metadata.get('grpc-status-details-bin')).toEqual([]);
  });

  it('tells by RetryInfo when to come again', async () => {
    receiver.log.refusal = new Unavailable('the log is away', 2_500);
    const { error } = await receiver.call(GOOD);
    expect(error?.code).toBe(14);
    const [details] = error?.metadata.get('grpc-status-details-bin') ?? [];
    expect(details?.toString('latin1')).toContain('google.rpc.RetryInfo');
  });
});
