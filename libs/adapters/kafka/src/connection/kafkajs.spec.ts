import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32c } from './crc32c.ts';
import './kafkajs.ts';

const require = createRequire(import.meta.url);

describe('crc32c', () => {
  // RFC 3720, B.4, and the check value of the CRC catalogue.
  it.each([
    [Buffer.from('123456789'), 0xe3069283],
    [Buffer.alloc(32), 0x8a9136aa],
    [Buffer.alloc(32, 0xff), 0x62a8ab43],
    [Buffer.from(Array.from({ length: 32 }, (_, n) => n)), 0x46dd794e],
    [Buffer.alloc(0), 0],
  ])('of %j', (bytes, expected) => {
    expect(crc32c(bytes)).toBe(expected);
  });

  it('agrees with kafkajs at any length and alignment', () => {
    const original: (bytes: Buffer) => number = require('kafkajs/src/protocol/recordBatch/crc32C/crc32C.js');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.nat(8), (bytes, skip) => {
        const part = Buffer.from(bytes).subarray(skip);
        expect(crc32c(part)).toBe(original(part) >>> 0);
      }),
      { seed: 20_261_121 },
    );
  });
});

describe('our kafkajs', () => {
  it('computes record batches with our checksum', () => {
    expect(require('kafkajs/src/protocol/recordBatch/crc32C/index.js')).toBe(crc32c);
  });

  it('grows its encoder to what is needed, keeping what was written', () => {
    const Encoder: new () => TestedEncoder = require('kafkajs/src/protocol/encoder.js');
    const large = new Encoder().writeInt32(7).writeBuffer(Buffer.alloc(100_000, 'x'));
    expect(large.buf.length).toBeLessThan(101_000);
    expect(large.buffer.equals(Buffer.concat([Buffer.from([0, 0, 0, 7]), Buffer.alloc(100_000, 'x')]))).toBe(
      true,
    );
    const small = new Encoder();
    for (let n = 0; n < 10_000; n++) small.writeInt32(n);
    expect(small.buffer.length).toBe(40_000);
    expect(small.buffer.readInt32BE(4 * 9_999)).toBe(9_999);
  });
});

interface TestedEncoder {
  readonly buf: Buffer;
  readonly buffer: Buffer;
  writeInt32(value: number): TestedEncoder;
  writeBuffer(bytes: Buffer): TestedEncoder;
}
