import { decodeTraces } from '@millrace/otlp';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOOD, ReceiverFixture } from './testing/receiver-fixture.ts';

const LIMITS = {
  maxDecompressedBytes: 1024 * 1024,
  maxSpans: 50,
  maxAttributes: 30,
  chunkBytes: 4_096,
  claimAboveBytes: 1_024,
};

let receiver: ReceiverFixture;
beforeAll(async () => {
  receiver = await ReceiverFixture.start({ limits: LIMITS });
});
afterAll(() => receiver.stop());
beforeEach(() => receiver.clear());

describe('any bytes at the edges', () => {
  const bodies = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.nat(GOOD.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.from(GOOD).fill(byte, at, at + 1)),
    fc.nat(GOOD.length).map((cut) => GOOD.slice(0, cut)),
  );

  it('get an OTLP status over HTTP, and what is appended decodes', async () => {
    const types = fc.constantFrom('application/x-protobuf', 'application/json', 'text/html', '');
    const encodings = fc.constantFrom('', 'gzip', 'zstd', 'deflate', 'gzip, gzip');
    await fc.assert(
      fc.asyncProperty(bodies, types, encodings, async (body, type, encoding) => {
        const { status } = await receiver.post(body, {
          'content-type': type,
          ...(encoding !== '' && { 'content-encoding': encoding }),
        });
        expect([200, 400, 413, 415]).toContain(status);
      }),
      { numRuns: 200, seed: 42 },
    );
    for (const record of receiver.appended())
      if (record.kind === 'spans') expect(decodeTraces(record.otlp).length).toBeGreaterThan(0);
  });

  it('get a status over gRPC', async () => {
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const { error } = await receiver.call(body);
        expect([undefined, 3, 8]).toContain(error?.code);
      }),
      { numRuns: 150, seed: 42 },
    );
  });
});
