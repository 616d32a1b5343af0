import { decodeAnyValue, decodeTraces, encodeTracesRequest } from '@millrace/otlp';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { GOOD, ReceiverFixture, span } from './testing/receiver-fixture.ts';

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
  const origin = {
    resource: new Map([
      ['service.name', 'shop'],
      ['huge', 'x'.repeat(2_000)],
    ]),
    scopeName: '',
    scopeVersion: '',
  };
  const claimed = encodeTracesRequest([span('1'.repeat(16), { key: 'value' }, { origin })]);
  const bodies = fc.oneof(
    fc
      .tuple(fc.nat(claimed.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.from(claimed).fill(byte, at, at + 1)),
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(fc.nat(GOOD.length - 1), fc.nat(255))
      .map(([at, byte]) => Buffer.from(GOOD).fill(byte, at, at + 1)),
    fc.nat(GOOD.length).map((cut) => GOOD.slice(0, cut)),
  );

  it('get an OTLP status over HTTP, and what is appended decodes', async () => {
    const types = fc.oneof(
      { arbitrary: fc.constant('application/x-protobuf'), weight: 4 },
      fc.constantFrom('application/json', 'text/html', ''),
    );
    const encodings = fc.oneof(
      { arbitrary: fc.constant(''), weight: 4 },
      fc.constantFrom('gzip', 'zstd', 'deflate', 'gzip, gzip'),
    );
    await fc.assert(
      fc.asyncProperty(bodies, types, encodings, async (body, type, encoding) => {
        const { status } = await receiver.post(body, {
          'content-type': type,
          ...(encoding !== '' && { 'content-encoding': encoding }),
        });
        expect([200, 400, 413, 415]).toContain(status);
      }),
      { numRuns: 300, seed: 42 },
    );
    let references = 0;
    for (const record of receiver.appended()) {
      if (record.kind !== 'spans') continue;
      expect(decodeTraces(record.otlp).length).toBeGreaterThan(0);
      for (const { blob } of record.blobs) {
        references += 1;
        decodeAnyValue(await receiver.blobs.get(blob));
      }
    }
    expect(references).toBeGreaterThan(10);
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
